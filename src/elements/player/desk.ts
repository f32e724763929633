import { keyOptions } from './key-options.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import { openTune, USUAL_BARS, type OpenTune, type Reading } from './open-tune.ts';
import { readSetting, type PageSetting } from './written-setting.ts';

const desks = new WeakMap<HTMLElement, Desk>();

/** A setting as the reader sees it: how it is read, and its elements on the page. */
export class Desk extends EventTarget {
	readonly setting: PageSetting;
	/** Why the setting could not be read as last requested; empty when it could. */
	problem = '';
	private current: Reading = { semitones: 0, aid: 'none', barsPerLine: USUAL_BARS };
	private opened: OpenTune;
	private readonly label: string;

	/**
	 * Reads the setting with the reader's stored preferences, except for the key.
	 *
	 * @throws when the setting cannot be read even as the page has it
	 */
	private constructor(figure: HTMLElement) {
		super();
		this.setting = readSetting(figure);
		this.label = this.setting.staff?.getAttribute('aria-label') ?? '';
		this.opened = openTune(this.setting, this.current);
		// A page from a pack may not have its drawing yet.
		if (!this.setting.staff?.firstChild) this.draw();
		const { aid, barsPerLine } = loadPreferences();
		this.read({ aid, barsPerLine });
	}

	/** The only desk of a figure. */
	static of(figure: HTMLElement): Desk {
		const desk = desks.get(figure) ?? new Desk(figure);
		desks.set(figure, desk);
		return desk;
	}

	get reading(): Readonly<Reading> {
		return this.current;
	}

	get tune(): OpenTune {
		return this.opened;
	}

	/**
	 * Reads the setting in another way, which is stored, draws it again and dispatches `change`. If that is
	 * impossible, leaves it as it is and sets `problem`.
	 */
	read(change: Partial<Reading>): void {
		const next = { ...this.current, ...change };
		if (JSON.stringify(next) === JSON.stringify(this.current)) return;
		this.problem = '';
		try {
			this.opened = openTune(this.setting, next);
			this.current = next;
			savePreferences({ aid: next.aid, barsPerLine: next.barsPerLine });
			this.draw();
		} catch {
			this.problem =
				next.semitones === this.current.semitones
					? 'This setting cannot be shown that way.'
					: 'This setting cannot be moved to that key without mistakes.';
		}
		this.dispatchEvent(new Event('change'));
	}

	private draw(): void {
		const { staff, key } = this.setting;
		if (!staff) return;
		const { content, width, height } = this.tune.drawing;
		staff.setAttribute('viewBox', `0 0 ${width} ${height}`);
		const { semitones } = this.current;
		const moved = keyOptions(key).find((choice) => choice.semitones === semitones);
		const to = semitones === 0 ? '' : `, moved to ${moved?.name ?? ''}`;
		staff.setAttribute('aria-label', this.label + to);
		// The engraver's own markup; all text in it is escaped.
		staff.innerHTML = content;
	}
}

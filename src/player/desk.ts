import { loadPreferences, savePreferences } from './preferences.ts';
import { openTune, USUAL_BARS, type OpenTune, type Reading } from './open-tune.ts';
import { readSetting, type PageSetting } from './written-setting.ts';

const desks = new WeakMap<HTMLElement, Desk>();

/** A setting laid out before the reader: how it is read, and what stands on the page for it. */
export class Desk extends EventTarget {
	readonly setting: PageSetting;
	private current: Reading = { semitones: 0, aid: 'none', barsPerLine: USUAL_BARS };
	private opened: OpenTune | undefined;

	/** Reads as the reader last liked it, but for the key. */
	private constructor(figure: HTMLElement) {
		super();
		this.setting = readSetting(figure);
		const { aid, barsPerLine } = loadPreferences(localStorage);
		this.read({ aid, barsPerLine });
	}

	/** The one desk of a figure. */
	static of(figure: HTMLElement): Desk {
		const desk = desks.get(figure) ?? new Desk(figure);
		desks.set(figure, desk);
		return desk;
	}

	get reading(): Readonly<Reading> {
		return this.current;
	}

	get tune(): OpenTune {
		this.opened ??= openTune(this.setting, this.current);
		return this.opened;
	}

	/** Reads the setting another way, which is remembered, draws it anew and says `change`. */
	read(change: Partial<Reading>): void {
		const next = { ...this.current, ...change };
		if (JSON.stringify(next) === JSON.stringify(this.current)) return;
		this.opened = openTune(this.setting, next);
		this.current = next;
		savePreferences(localStorage, { aid: next.aid, barsPerLine: next.barsPerLine });
		this.draw();
		this.dispatchEvent(new Event('change'));
	}

	private draw(): void {
		const { staff } = this.setting;
		if (!staff) return;
		const { content, width, height } = this.tune.drawing;
		staff.setAttribute('viewBox', `0 0 ${width} ${height}`);
		// The engraver's own markup; every text in it is escaped.
		staff.innerHTML = content;
	}
}

import type { TuneRef, TuneSet } from './book/format.ts';
import { nameOfSet, nameOfTune } from './book/set-name.ts';
import { element, part } from './element.ts';
import { printUrl } from './root.ts';
import { fetchSettings } from './tune-pages.ts';

/** A set on sheets, played through: each tune as many times as the reader likes, then the next. */
export class SetStage {
	private readonly section: HTMLElement;
	private readonly sheets: HTMLElement;
	private readonly status: HTMLElement;
	private readonly times: HTMLSelectElement;
	private readonly play: HTMLButtonElement;
	private readonly heading: HTMLElement;
	/** Identifies the entries whose sheets are complete. */
	private shown = '';
	private showing: TuneSet | undefined;

	constructor(section: HTMLElement) {
		this.section = section;
		this.heading = part(section, 'h2', HTMLElement);
		this.heading.tabIndex = -1;
		this.sheets = part(section, '.sheets', HTMLElement);
		this.status = part(section, '[role=status]', HTMLElement);
		this.times = part(section, '[name=times]', HTMLSelectElement);
		this.play = part(section, '.play-set', HTMLButtonElement);
		this.play.addEventListener('click', () => pressPlay(this.figures[0]));
		this.times.addEventListener('change', () => this.tellTimes());
		this.sheets.addEventListener('played', ({ target }) => this.next(target as HTMLElement));
	}

	/** Loads the tunes of a set; reports those that are unavailable. */
	async show(set: TuneSet): Promise<void> {
		this.section.hidden = false;
		this.heading.textContent = nameOfSet(set);
		this.heading.focus({ preventScroll: true });
		part(this.section, '.note', HTMLElement).textContent = set.note;
		part(this.section, '.print', HTMLAnchorElement).href = printUrl(set.entries);
		this.showing = set;
		const entries = JSON.stringify(set.entries);
		if (entries === this.shown) return;
		this.shown = '';
		this.sheets.replaceChildren();
		this.play.disabled = true;
		const fetched = await fetchSettings(set.entries, (done) => {
			this.status.textContent = `${done} of ${set.entries.length} tunes …`;
		});
		const staves = fetched.flatMap((one) => one?.figure.querySelector('svg.staff:empty') ?? []);
		// Pages in packs have no drawings.
		if (staves.length > 0) {
			const { drawStaff } = await import('../player/draw-staves.ts');
			for (const staff of staves) drawStaff(staff);
		}
		// The reader has opened another set in the meantime.
		if (this.showing !== set) return;
		this.sheets.append(...set.entries.map((entry, n) => sheetOf(entry, fetched[n]?.figure)));
		this.tellTimes();
		const missing = set.entries.filter((_, n) => !fetched[n]).map(nameOfTune);
		const other = set.entries.filter((_, n) => fetched[n]?.isOther).map(nameOfTune);
		if (missing.length === 0) this.shown = entries;
		this.play.disabled = missing.length === set.entries.length;
		this.status.textContent = [
			...(missing.length > 0
				? [`Not on this device, and not available now: ${missing.join(', ')}.`]
				: []),
			...(other.length > 0 ? [`Another setting, as yours is gone: ${other.join(', ')}.`] : []),
		].join(' ');
	}

	/** Stops playback and hides the set; false when it was already hidden. */
	hide(): boolean {
		if (this.section.hidden) return false;
		this.section.hidden = true;
		this.showing = undefined;
		document.querySelector<HTMLElement>('tune-player .close')?.click();
		return true;
	}

	private get figures(): HTMLElement[] {
		return [...this.sheets.querySelectorAll('figure')];
	}

	private tellTimes(): void {
		for (const figure of this.figures) figure.dataset['times'] = this.times.value;
	}

	private next(played: HTMLElement): void {
		const { figures } = this;
		pressPlay(figures[figures.indexOf(played) + 1]);
	}
}

function sheetOf(entry: TuneRef, figure: HTMLElement | undefined): HTMLElement {
	const sheet = element('article', { className: 'sheet' }, element('h3', {}, nameOfTune(entry)));
	sheet.append(
		figure ?? element('p', {}, 'This tune is not on this device, and not available now.'),
	);
	return sheet;
}

/** Acts as if the reader had pressed the button under the staff. */
function pressPlay(figure: HTMLElement | undefined): void {
	figure?.querySelector<HTMLElement>('tune-tools .play')?.click();
}

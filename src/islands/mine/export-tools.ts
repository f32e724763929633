import { readBook } from '../../mine/book.ts';
import { writeBackup } from '../../mine/backup.ts';
import type { KeptTune } from '../../mine/format.ts';
import { nameOfTune } from '../../mine/set-name.ts';
import { dayOf } from '../../mine/practice.ts';
import { writeShared } from '../../mine/tune-refs.ts';
import { abcBook } from './abc-book.ts';
import { part } from './element.ts';
import { bookUrl, printUrl } from './root.ts';
import { downloadText, shareLink } from './share.ts';
import type { Told } from './told.ts';
import { fetchSettings } from './tune-pages.ts';

/** Takes along the whole book as a file, or the tunes shown as ABC, as a link, or on paper. */
export class ExportTools {
	private readonly section: Element;
	private readonly told: Told;
	private shown: readonly KeptTune[] = [];

	constructor(section: Element, told: Told) {
		this.section = section;
		this.told = told;
		const on = (selector: string, act: () => Promise<unknown>): void =>
			part(section, selector, HTMLButtonElement).addEventListener('click', () => {
				void told.attempt(act, '');
			});
		on('.backup', () => this.saveBook());
		on('.abc', () => this.saveAbc());
		on('.share', () => shareLink(bookUrl(writeShared({ tunes: this.shown, sets: [] })), told));
	}

	/** Takes these tunes from now on: those that the list shows. */
	show(shown: readonly KeptTune[]): void {
		this.shown = shown;
		const { length } = shown;
		part(this.section, '.which', HTMLElement).textContent =
			length === 1 ? 'The tune shown above' : `The ${length} tunes shown above`;
		part(this.section, '.print', HTMLAnchorElement).href = printUrl(shown);
		part(this.section, '.shown-tunes', HTMLElement).hidden = length === 0;
	}

	private async saveBook(): Promise<void> {
		const book = await readBook();
		const day = dayOf(new Date());
		downloadText(writeBackup(book), 'application/json', `my-tunes-${day}.json`);
		this.told.say(`A file with ${book.tunes.length} tunes and ${book.sets.length} sets.`);
	}

	private async saveAbc(): Promise<void> {
		const { shown } = this;
		const fetched = await fetchSettings(shown, (done) =>
			this.told.say(`${done} of ${shown.length} tunes …`),
		);
		const figures = fetched.flatMap((one) => one?.figure ?? []);
		const missing = shown.filter((_, n) => !fetched[n]).map(nameOfTune);
		const lost =
			missing.length > 0
				? ` Not on this device, and not to be had now: ${missing.join(', ')}.`
				: '';
		if (figures.length > 0) downloadText(abcBook(figures), 'text/vnd.abc', 'my-tunes.abc');
		this.told.say(`${figures.length} of ${shown.length} tunes as ABC.${lost}`);
	}
}

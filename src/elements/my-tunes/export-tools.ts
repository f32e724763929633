import type { KeptTune } from './book/format.ts';
import { writeShared } from './book/tune-refs.ts';
import { part } from './element.ts';
import { bookUrl, printUrl } from './root.ts';
import type { StatusMessage } from './status-message.ts';

/** Saves the whole book as a file, or the listed tunes as ABC, as a link or on paper. */
export class ExportTools {
	private readonly section: Element;
	private shown: readonly KeptTune[] = [];

	constructor(section: Element, statusMessage: StatusMessage) {
		this.section = section;
		const on = (selector: string, act: () => Promise<unknown>): void =>
			part(section, selector, HTMLButtonElement).addEventListener('click', () => {
				void statusMessage.attempt(act, '');
			});
		on('.backup', async () => (await import('./save-files.ts')).saveBook(statusMessage));
		on('.save-abc', async () =>
			(await import('./save-files.ts')).saveAbc(this.shown, statusMessage),
		);
		on('.share', async () => {
			const url = bookUrl(writeShared({ tunes: this.shown, sets: [] }));
			return (await import('./share.ts')).shareLink(url, statusMessage);
		});
	}

	/** Sets the tunes to export: those that the list shows. */
	show(shown: readonly KeptTune[]): void {
		this.shown = shown;
		const { length } = shown;
		part(this.section, '.which', HTMLElement).textContent =
			length === 1 ? 'The tune shown above' : `The ${length} tunes shown above`;
		part(this.section, '.print', HTMLAnchorElement).href = printUrl(shown);
		part(this.section, '.shown-tunes', HTMLElement).hidden = length === 0;
	}
}

import { writeBackup } from './book/backup.ts';
import { readBook } from './book/book.ts';
import type { TuneRef } from './book/format.ts';
import { dayOf } from './book/practice.ts';
import { nameOfTune } from './book/set-name.ts';
import { abcBook } from './abc-book.ts';
import type { StatusMessage } from './status-message.ts';
import { fetchSettings } from './tune-pages.ts';

/** Saves the whole book as a file for the reader. */
export async function saveBook(statusMessage: StatusMessage): Promise<void> {
	const book = await readBook();
	const day = dayOf(new Date());
	download(writeBackup(book), 'application/json', `my-tunes-${day}.json`);
	statusMessage.say(`A file with ${book.tunes.length} tunes and ${book.sets.length} sets.`);
}

/** Saves tunes as ABC for the reader, and reports those whose pages are unavailable. */
export async function saveAbc(
	tunes: readonly TuneRef[],
	statusMessage: StatusMessage,
): Promise<void> {
	const fetched = await fetchSettings(tunes, (done) =>
		statusMessage.say(`${done} of ${tunes.length} tunes …`),
	);
	const figures = fetched.flatMap((one) => one?.figure ?? []);
	const missing = tunes.filter((_, n) => !fetched[n]).map(nameOfTune);
	const lost =
		missing.length > 0 ? ` Not on this device, and not available now: ${missing.join(', ')}.` : '';
	if (figures.length > 0) download(abcBook(figures), 'text/vnd.abc', 'my-tunes.abc');
	statusMessage.say(`${figures.length} of ${tunes.length} tunes as ABC.${lost}`);
}

function download(text: string, type: string, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

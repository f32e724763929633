import { addBook, addSet, changeSet } from './book/book.ts';
import { readBackup } from './book/backup.ts';
import type { TuneRef } from './book/format.ts';
import type { Merged } from './book/merge.ts';
import { newlyKept } from './book/migrate.ts';
import { MineError } from './book/mine-error.ts';
import { PASTED } from './drafts.ts';
import { part } from './element.ts';
import { tunesIn, WAITING } from './known-tunes.ts';
import { SuggestionList, type Place } from './suggestion-list.ts';
import type { StatusMessage } from './status-message.ts';

/** Adds tunes to the book from a pasted list or from one of our files. */
export class ImportForm {
	private readonly statusMessage: StatusMessage;
	private readonly text: HTMLTextAreaElement;
	private readonly asSet: HTMLInputElement;
	private readonly mend: SuggestionList;
	private isReading = false;

	constructor(section: Element, statusMessage: StatusMessage) {
		this.statusMessage = statusMessage;
		this.text = part(section, 'textarea', HTMLTextAreaElement);
		this.asSet = part(section, '[name=set]', HTMLInputElement);
		this.mend = new SuggestionList(statusMessage, PASTED, takeMended);
		part(section, 'form', HTMLFormElement).after(this.mend.list);
	}

	/** Adds the list in the field; throws a `MineError` on failure, and leaves the list in the field. */
	async paste(): Promise<void> {
		// Pressed twice, it is still one list.
		if (this.isReading) return;
		this.isReading = true;
		try {
			await this.take(this.text.value, this.asSet.checked);
		} finally {
			this.isReading = false;
		}
	}

	private async take(text: string, asSet: boolean): Promise<void> {
		this.statusMessage.say('Looking for the names …');
		const { found, unclear, waiting } = await tunesIn(text);
		// A set is added whole: names that wait would end up in another set.
		if (asSet && waiting.length > 0) throw new MineError(NO_SET);
		const { newTunes } = await addTunes(found);
		const all = found.length + unclear.length + waiting.length;
		const set = asSet && all > 0 ? await addSet('', found) : undefined;
		this.mend.add(unclear, set?.id);
		// What was not understood is shown below.
		this.text.value = waiting.join('\n');
		if (all === 0) return this.statusMessage.say('There is no name or link in that.');
		const known = found.length - newTunes;
		this.statusMessage.say(
			[
				`${found.length} of ${all} found`,
				...(known > 0 ? [`${known} of them you had already`] : []),
				...(unclear.length > 0 ? [`${unclear.length} to look at below`] : []),
				...(waiting.length > 0 ? [WAITING] : []),
			].join('; ') + '.',
		);
	}

	/** Adds a whole file or, with a `MineError`, nothing of it. */
	async read(file: File): Promise<void> {
		const book = readBackup(await file.text(), new Date().toISOString());
		const { newTunes, newSets, changedTunes } = await addBook(book);
		this.statusMessage.say(
			`The file has ${book.tunes.length} tunes and ${book.sets.length} sets. New: ${newTunes} tunes and ` +
				`${newSets} sets; ${changedTunes} tunes took on a note, a date or a setting.`,
		);
	}
}

const NO_SET =
	'The names of tunes could not be loaded, so there is no set yet. What you typed is still here: check the ' +
	'connection and try again.';

async function takeMended(refs: readonly TuneRef[], place?: Place): Promise<void> {
	await addTunes(refs);
	if (place)
		await changeSet(place.set, ({ entries }) => ({
			entries: entries.toSpliced(place.at, 0, ...refs),
		}));
}

/** Adds the tunes that are not in the book yet. */
function addTunes(refs: readonly TuneRef[]): Promise<Merged> {
	const now = new Date().toISOString();
	return addBook({ tunes: refs.map((ref) => newlyKept(ref, now)), sets: [] });
}

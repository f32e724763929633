import { addBook, addSet } from '../../mine/book.ts';
import { readBackup } from '../../mine/backup.ts';
import type { TuneRef } from '../../mine/format.ts';
import type { Merged } from '../../mine/merge.ts';
import { newlyKept } from '../../mine/migrate.ts';
import { part } from './element.ts';
import { tunesIn } from './known-tunes.ts';
import { MendList } from './mend-list.ts';
import type { Told } from './told.ts';

/** Brings tunes into the book: from a pasted list, or from a file of ours. */
export class ImportForm {
	private readonly told: Told;
	private readonly text: HTMLTextAreaElement;
	private readonly asSet: HTMLInputElement;
	private readonly mend: MendList;

	constructor(section: Element, told: Told) {
		this.told = told;
		this.text = part(section, 'textarea', HTMLTextAreaElement);
		this.asSet = part(section, '[name=set]', HTMLInputElement);
		this.mend = new MendList(told, (ref) => addTunes([ref]));
		part(section, 'form', HTMLFormElement).after(this.mend.list);
	}

	/** Takes the list that stands in the field; throws a `MineError` when it cannot, and leaves it there. */
	async paste(): Promise<void> {
		this.told.say('Looking for the names …');
		const { found, unclear } = await tunesIn(this.text.value);
		const { newTunes } = await addTunes(found);
		if (this.asSet.checked && found.length > 0) await addSet('', found);
		this.mend.add(unclear);
		// What was not understood stands below.
		this.text.value = '';
		const all = found.length + unclear.length;
		if (all === 0) return this.told.say('There is no name or link in that.');
		const known = found.length - newTunes;
		this.told.say(
			[
				`${found.length} of ${all} found`,
				...(known > 0 ? [`${known} of them you had already`] : []),
				...(unclear.length > 0 ? [`${unclear.length} to look at below`] : []),
			].join('; ') + '.',
		);
	}

	/** Takes a file whole, or, with a `MineError`, nothing of it. */
	async read(file: File): Promise<void> {
		const book = readBackup(await file.text(), new Date().toISOString());
		const { newTunes, newSets, changedTunes } = await addBook(book);
		this.told.say(
			`The file has ${book.tunes.length} tunes and ${book.sets.length} sets. New: ${newTunes} tunes and ` +
				`${newSets} sets; ${changedTunes} tunes took on a note, a date or a setting.`,
		);
	}
}

/** Keeps tunes that are not kept yet. */
export function addTunes(refs: readonly TuneRef[]): Promise<Merged> {
	const now = new Date().toISOString();
	return addBook({ tunes: refs.map((ref) => newlyKept(ref, now)), sets: [] });
}

import { changeSet, changeTune } from './book/book.ts';
import type { Book, TuneRef } from './book/format.ts';
import { withNames } from './known-tunes.ts';

/** Fills in the names of tunes in the book and its sets that were unknown when they were added. */
export async function learnNames({ tunes, sets }: Book): Promise<void> {
	const nameless = [...tunes, ...sets.flatMap(({ entries }) => entries)].filter(isNameless);
	const known = new Map((await withNames(nameless)).map((ref) => [ref.tune, ref]));
	const learnt = (ref: TuneRef): Partial<TuneRef> => {
		const { name = '', type, key } = known.get(ref.tune) ?? {};
		return isNameless(ref) && name !== '' ? { name, type: type ?? '', key: key ?? '' } : {};
	};
	for (const { tune, name } of known.values()) {
		if (name !== '') await changeTune(tune, learnt);
	}
	for (const { id, entries } of sets) {
		if (entries.some((entry) => learnt(entry).name !== undefined))
			await changeSet(id, (set) => ({
				entries: set.entries.map((entry) => ({ ...entry, ...learnt(entry) })),
			}));
	}
}

function isNameless({ name }: TuneRef): boolean {
	return name === '';
}

import type { Book, KeptTune, TuneSet } from './format.ts';

/** The result of merging one book into another. */
export interface Merged {
	book: Book;
	/** Number of new tunes and sets. */
	newTunes: number;
	newSets: number;
	/** Number of existing tunes that gained a note, dates or a setting. */
	changedTunes: number;
}

/**
 * Merges `theirs` into `ours` without losing anything: notes are joined, dates combined, and a set that was
 * changed on both sides is kept twice. Merging the same book again changes nothing.
 */
export function mergeBooks(ours: Book, theirs: Book): Merged {
	const tunes = new Map(ours.tunes.map((tune) => [tune.tune, tune]));
	const changed = new Set<number>();
	let newTunes = 0;
	for (const tune of theirs.tunes) {
		const own = tunes.get(tune.tune);
		const merged = own ? mergeTunes(own, tune) : tune;
		if (!own) newTunes++;
		else if (JSON.stringify(merged) !== JSON.stringify(own)) changed.add(tune.tune);
		tunes.set(tune.tune, merged);
	}
	const sets = [...ours.sets];
	for (const set of theirs.sets) {
		if (ours.sets.some((own) => isSameSet(own, set))) continue;
		const taken = new Set(sets.map(({ id }) => id));
		const order = Math.max(0, ...sets.map((own) => own.order)) + 1;
		sets.push({ ...set, id: freeId(set.id, taken), order });
	}
	return {
		book: { tunes: [...tunes.values()], sets },
		newTunes,
		newSets: sets.length - ours.sets.length,
		changedTunes: changed.size,
	};
}

function mergeTunes(own: KeptTune, other: KeptTune): KeptTune {
	const { tune, note } = own;
	return {
		tune,
		setting: own.setting ?? other.setting,
		name: own.name || other.name,
		type: own.type || other.type,
		key: own.key || other.key,
		added: own.added < other.added ? own.added : other.added,
		note: note.includes(other.note) ? note : [note, other.note].filter(Boolean).join('\n\n'),
		practised: [...new Set([...own.practised, ...other.practised])].sort(),
	};
}

/** Whether two sets have the same content, whatever their ids. */
function isSameSet(a: TuneSet, b: TuneSet): boolean {
	const gist = ({ name, note, entries }: TuneSet): string =>
		JSON.stringify([name, note, entries.map(({ tune, setting }) => [tune, setting])]);
	return gist(a) === gist(b);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
	let free = id;
	for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
	return free;
}

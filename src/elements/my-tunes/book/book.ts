import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Book, KeptTune, TuneRef, TuneSet } from './format.ts';
import { mergeBooks, type Merged } from './merge.ts';
import { newlyKept } from './migrate.ts';
import { mineError } from './mine-error.ts';
import { openMine, type MineSchema } from './open-mine.ts';

/**
 * The reader's book on this device. Every function opens it, does its work whole or not at all, and
 * closes it. All throw a `MineError` when that cannot be; every change is told to all tabs, this one too.
 */
export const MINE_CHANNEL = 'session-mirror-mine';

/** Everything: tunes by number, sets in their order. */
export function readBook(): Promise<Book> {
	return withMine(async (mine) => {
		const [tunes, sets] = await Promise.all([mine.getAll('tunes'), mine.getAll('sets')]);
		return { tunes, sets: sets.sort(byOrder) };
	});
}

/** The tune of that number, if it is kept. */
export function readTune(tune: number): Promise<KeptTune | undefined> {
	return withMine((mine) => mine.get('tunes', tune));
}

/** Keeps a tune; one that is kept already takes on the setting, and leaves the rest as it is. */
export function keepTune(ref: TuneRef): Promise<KeptTune> {
	return writing(async ({ tunes }) => {
		const old = (await tunes.get(ref.tune)) ?? newlyKept(ref, new Date().toISOString());
		const kept = { ...old, ...(ref.setting === null ? {} : ref) };
		await tunes.put(kept);
		return kept;
	});
}

/** Changes a kept tune; one that is no longer kept stays so. */
export function changeTune(
	tune: number,
	change: (kept: KeptTune) => Partial<KeptTune>,
): Promise<KeptTune | undefined> {
	return writing(async ({ tunes }) => {
		const old = await tunes.get(tune);
		const changed = old && { ...old, ...change(old), tune };
		if (changed) await tunes.put(changed);
		return changed;
	});
}

/** Takes a tune out of the book, and gives it back for `addBook`. */
export function removeTune(tune: number): Promise<KeptTune | undefined> {
	return writing(async ({ tunes }) => {
		const old = await tunes.get(tune);
		await tunes.delete(tune);
		return old;
	});
}

/** Adds a set at the end. */
export function addSet(name: string, entries: readonly TuneRef[]): Promise<TuneSet> {
	return writing(async ({ sets }) => {
		const order = Math.max(0, ...(await sets.getAll()).map((set) => set.order)) + 1;
		const set = { id: newId(), name, order, entries: entries.map(bare), note: '' };
		await sets.add(set);
		return set;
	});
}

/** Changes a set; one that has been removed stays so. */
export function changeSet(
	id: string,
	change: (set: TuneSet) => Partial<TuneSet>,
): Promise<TuneSet | undefined> {
	return writing(async ({ sets }) => {
		const old = await sets.get(id);
		const changed = old && { ...old, ...change(old), id };
		if (changed) await sets.put({ ...changed, entries: changed.entries.map(bare) });
		return changed;
	});
}

/** Puts a set back as it was. */
export function restoreSet(set: TuneSet): Promise<void> {
	return writing(async ({ sets }) => void (await sets.put(set)));
}

/** Removes a set, and gives it back for `restoreSet`. */
export function removeSet(id: string): Promise<TuneSet | undefined> {
	return writing(async ({ sets }) => {
		const old = await sets.get(id);
		await sets.delete(id);
		return old;
	});
}

/** Puts the sets in the order of these ids. */
export function orderSets(ids: readonly string[]): Promise<void> {
	return writing(async ({ sets }) => {
		for (const set of await sets.getAll())
			await sets.put({ ...set, order: ids.indexOf(set.id) + 1 });
	});
}

/** Puts another book into this one; see `mergeBooks`. */
export function addBook(theirs: Book): Promise<Merged> {
	return writing(async ({ tunes, sets }) => {
		const ours = { tunes: await tunes.getAll(), sets: (await sets.getAll()).sort(byOrder) };
		const merged = mergeBooks(ours, theirs);
		for (const tune of merged.book.tunes) await tunes.put(tune);
		for (const set of merged.book.sets) await sets.put(set);
		return merged;
	});
}

/** Says when the book has been changed, here or in another tab. */
export function onMineChange(act: () => void, signal?: AbortSignal): void {
	const channel = new BroadcastChannel(MINE_CHANNEL);
	channel.addEventListener('message', act);
	signal?.addEventListener('abort', () => channel.close());
}

interface Stores {
	tunes: IDBPObjectStore<MineSchema, ('tunes' | 'sets')[], 'tunes', 'readwrite'>;
	sets: IDBPObjectStore<MineSchema, ('tunes' | 'sets')[], 'sets', 'readwrite'>;
}

async function writing<T>(act: (stores: Stores) => Promise<T>): Promise<T> {
	const result = await withMine(async (mine) => {
		const transaction = mine.transaction(['tunes', 'sets'], 'readwrite');
		// Told below, with what `act` says.
		transaction.done.catch(() => undefined);
		try {
			const done = await act({
				tunes: transaction.objectStore('tunes'),
				sets: transaction.objectStore('sets'),
			});
			await transaction.done;
			return done;
		} catch (error) {
			abort(transaction);
			throw error;
		}
	});
	try {
		// Pages of tunes look into the book only where this stands.
		localStorage.setItem('mine', '1');
	} catch {
		// Only their marks are lost.
	}
	const channel = new BroadcastChannel(MINE_CHANNEL);
	channel.postMessage('changed');
	channel.close();
	return result;
}

/** A transaction that has failed may be over already. */
function abort(transaction: { abort: () => void }): void {
	try {
		transaction.abort();
	} catch {
		// It is.
	}
}

async function withMine<T>(act: (mine: IDBPDatabase<MineSchema>) => Promise<T>): Promise<T> {
	const mine = await openMine();
	try {
		return await act(mine);
	} catch (error) {
		throw mineError(error);
	} finally {
		mine.close();
	}
}

function byOrder(a: TuneSet, b: TuneSet): number {
	return a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** Nothing but what an entry of a set has: a kept tune brings its note. */
function bare({ tune, setting, name, type, key }: TuneRef): TuneRef {
	return { tune, setting, name, type, key };
}

/** Not `randomUUID`, which a page without https does not have. */
function newId(): string {
	return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');
}

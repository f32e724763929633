import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Book, KeptTune, TuneRef, TuneSet } from './format.ts';
import { mergeBooks, type Merged } from './merge.ts';
import { newlyKept } from './migrate.ts';
import { mineError } from './mine-error.ts';
import { openMine, type MineSchema } from './open-mine.ts';

/**
 * The reader's book on this device. Every function opens it, does all of its work or none, and closes it. All
 * throw a `MineError` on failure; every change is announced to all tabs, including this one.
 */
export const MINE_CHANNEL = 'session-mirror-mine';

/** The whole book: tunes by number, sets in order. */
export function readBook(): Promise<Book> {
	return withMine(async (mine) => {
		const [tunes, sets] = await Promise.all([mine.getAll('tunes'), mine.getAll('sets')]);
		return { tunes, sets: sets.sort(byOrder) };
	});
}

/** The tune with that number, if it is in the book. */
export function readTune(tune: number): Promise<KeptTune | undefined> {
	return withMine((mine) => mine.get('tunes', tune));
}

/** Adds a tune; if it is already in the book, only its setting is updated. */
export function keepTune(ref: TuneRef): Promise<KeptTune> {
	return writing(async ({ tunes }) => {
		const old = (await tunes.get(ref.tune)) ?? newlyKept(ref, new Date().toISOString());
		const kept = { ...old, ...(ref.setting === null ? {} : ref) };
		await tunes.put(kept);
		return kept;
	});
}

/** Changes a tune in the book; does nothing if it has been removed. */
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

/** Removes a tune from the book, and returns it for `addBook`. */
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

/** Changes a set; does nothing if it has been removed. */
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

/** Restores a set as it was. */
export function restoreSet(set: TuneSet): Promise<void> {
	return writing(async ({ sets }) => void (await sets.put(set)));
}

/** Removes a set, and returns it for `restoreSet`. */
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

/** Merges another book into this one; see `mergeBooks`. */
export function addBook(theirs: Book): Promise<Merged> {
	return writing(async ({ tunes, sets }) => {
		const ours = { tunes: await tunes.getAll(), sets: (await sets.getAll()).sort(byOrder) };
		const merged = mergeBooks(ours, theirs);
		for (const tune of merged.book.tunes) await tunes.put(tune);
		for (const set of merged.book.sets) await sets.put(set);
		return merged;
	});
}

/** Calls `act` when the book has been changed, here or in another tab. */
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
		// Reported below, by what `act` throws.
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
		// Tune pages read the book only when this is set.
		localStorage.setItem('mine', '1');
	} catch {
		// Only the marks on tune pages are lost.
	}
	const channel = new BroadcastChannel(MINE_CHANNEL);
	channel.postMessage('changed');
	channel.close();
	return result;
}

/** A failed transaction may already have ended. */
function abort(transaction: { abort: () => void }): void {
	try {
		transaction.abort();
	} catch {
		// It has ended.
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

/** Only the fields of a set entry: a tune from the book would bring its note along. */
function bare({ tune, setting, name, type, key }: TuneRef): TuneRef {
	return { tune, setting, name, type, key };
}

/** Not `randomUUID`, which is unavailable without HTTPS. */
function newId(): string {
	return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');
}

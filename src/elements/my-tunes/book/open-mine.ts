import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { FORMAT_VERSION, type KeptTune, type TuneSet } from './format.ts';
import { fromVersion1 } from './migrate.ts';
import { MineError, mineError, NO_STORAGE } from './mine-error.ts';

/** Belongs to the reader: no update and no removal of packs affects it. */
export const MINE_DATABASE = 'session-mirror-mine';

export interface MineSchema extends DBSchema {
	tunes: { key: number; value: KeptTune };
	sets: { key: string; value: TuneSet };
}

/**
 * Opens the reader's book, migrated to this version if needed; the caller closes it.
 *
 * @throws MineError when the browser stores nothing, another tab holds an older version open, or the book is
 * from a newer version
 */
export async function openMine(): Promise<IDBPDatabase<MineSchema>> {
	let blocked: (error: MineError) => void = () => undefined;
	const waiting = new Promise<never>((_, reject) => (blocked = reject));
	const opening = Promise.resolve().then(() =>
		openDB<MineSchema>(MINE_DATABASE, FORMAT_VERSION, {
			upgrade,
			blocked: () => blocked(new MineError(BLOCKED)),
			blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
		}),
	);
	try {
		return await Promise.race([opening, waiting]);
	} catch (error) {
		// If it opens after all, it must not block another tab.
		opening.then((late) => late.close()).catch(() => undefined);
		throw mineError(error, NO_STORAGE);
	}
}

const BLOCKED =
	'Another tab of this site holds an older form of your tunes open. Close the other tabs, then reload ' +
	'this page; nothing is lost.';

const upgrade: NonNullable<OpenDBCallbacks<MineSchema>['upgrade']> = (
	database,
	_from,
	_to,
	transaction,
) => {
	const tunes = database.createObjectStore('tunes', { keyPath: 'tune' });
	database.createObjectStore('sets', { keyPath: 'id' });
	const old = database as unknown as IDBPDatabase;
	if (!old.objectStoreNames.contains('favourites')) return;
	const migrate = async (): Promise<void> => {
		const favourites: unknown = await (transaction as unknown as OldTransaction)
			.objectStore('favourites')
			.get('tunes');
		const { tunes: kept } = fromVersion1(favourites, new Date().toISOString());
		for (const tune of kept) await tunes.put(tune);
		old.deleteObjectStore('favourites');
	};
	// If the migration is aborted, the old version stays as it was.
	migrate().catch(() => transaction.abort());
};

/** A transaction over stores of earlier versions, which this version's types do not name. */
interface OldTransaction {
	objectStore: (name: string) => { get: (key: string) => Promise<unknown> };
}

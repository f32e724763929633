import type { DatabaseSync } from 'node:sqlite';
import { MirrorError } from '../core/errors.ts';
import { openStore, storePath, type Store } from '../store/open.ts';
import { isPublished } from '../store/published.ts';
import type { ServeOptions } from './options.ts';
import { fileIdentity, isMade, openSearch, searchPath } from './search/search-file.ts';
import { readPlaces, type PlacesByKind } from './coordinates.ts';

/** The data for all answers, always from a single mirror run. */
export interface Snapshot {
	store: Store;
	search: DatabaseSync;
	spots: PlacesByKind;
}

/** Holds the data of the newest mirror run whose search file exists. */
export interface SnapshotHolder {
	/** Valid until the caller next awaits something. */
	snapshot: () => Snapshot;
	/** True when another store, and the site made from it, have arrived. */
	isStale: () => boolean;
	/** Switches to the next run's data if it is ready; true if it did. */
	renew: () => boolean;
	close: () => void;
}

type Place = Pick<ServeOptions, 'dir' | 'work'>;

/**
 * Opens the store in `work` with its search file, which must already exist.
 *
 * @throws MirrorError when the store is missing or of another version, or the search file or the site in
 * `dir` was not made from it
 */
export function openSnapshotHolder({ dir, work }: Place): SnapshotHolder {
	let shown = openSnapshot({ dir, work });
	const isStale = (): boolean => {
		const identity = identityOr(storePath(work));
		if (identity === undefined || identity === shown.madeOf) return false;
		const store = openStore(storePath(work));
		try {
			return isPublished(store, dir) === true;
		} finally {
			store.close();
		}
	};
	return {
		snapshot: () => shown,
		isStale,
		renew() {
			if (!isStale() || !isMade(searchPath(work), storePath(work))) return false;
			const old = shown;
			shown = openSnapshot({ dir, work });
			closeSnapshot(old);
			return true;
		},
		close: () => closeSnapshot(shown),
	};
}

/**
 * Opens the store of the mirror run that produced the site in `dir`.
 *
 * @throws MirrorError when it is missing, of another version or of another run
 */
export function openPublished({ dir, work }: Place): Store {
	const store = openStore(storePath(work));
	if (isPublished(store, dir) === true) return store;
	store.close();
	throw new MirrorError(
		`The store in ${work} is not the one that the site in ${dir} was made from.`,
		'A mirror run is under way or did not finish: wait for it, or run `npm run mirror` again.',
	);
}

function openSnapshot({ dir, work }: Place): Snapshot & { madeOf: string } {
	const store = openPublished({ dir, work });
	const { database, madeOf } = openSearch(searchPath(work));
	if (madeOf !== fileIdentity(storePath(work))) {
		closeSnapshot({ store, search: database });
		throw new MirrorError(
			`${searchPath(work)} was made from another store.`,
			'A mirror run may be writing there now. Start the server again when it is done.',
		);
	}
	return { store, search: database, spots: readPlaces(store), madeOf };
}

function closeSnapshot({ store, search }: Pick<Snapshot, 'store' | 'search'>): void {
	store.close();
	search.close();
}

function identityOr(file: string): string | undefined {
	try {
		return fileIdentity(file);
	} catch {
		// Between the files of two runs.
		return undefined;
	}
}

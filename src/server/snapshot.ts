import type { DatabaseSync } from 'node:sqlite';
import { MirrorError } from '../core/errors.ts';
import { openStore, storePath, type Store } from '../store/open.ts';
import { isPublished } from '../store/published.ts';
import type { ServeOptions } from './options.ts';
import { fileIdentity, isMade, openSearch, searchPath } from './search/search-file.ts';
import { readSpots, type Spots } from './coordinates.ts';

/** All that answers are made of: one mirror run's, never half of another's. */
export interface Books {
	store: Store;
	search: DatabaseSync;
	spots: Spots;
}

/** Holds the books of the newest mirror run whose search is made. */
export interface Shelf {
	/** Good until the caller next waits for something. */
	books: () => Books;
	/** True when another store has come, and the site that was made of it. */
	isStale: () => boolean;
	/** Takes the next run's books if they are ready; true when it did. */
	renew: () => boolean;
	close: () => void;
}

type Place = Pick<ServeOptions, 'dir' | 'work'>;

/**
 * Opens the store in `work` with its search file, which is made already.
 *
 * @throws MirrorError when the store is missing or of another version, the search is not of it, or the
 * site in `dir` is not
 */
export function openShelf({ dir, work }: Place): Shelf {
	let shown = openBooks({ dir, work });
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
		books: () => shown,
		isStale,
		renew() {
			if (!isStale() || !isMade(searchPath(work), storePath(work))) return false;
			const old = shown;
			shown = openBooks({ dir, work });
			closeBooks(old);
			return true;
		},
		close: () => closeBooks(shown),
	};
}

/**
 * Opens the store of the mirror run that ended with the site in `dir`.
 *
 * @throws MirrorError when it is missing, of another version or of another run
 */
export function openPublished({ dir, work }: Place): Store {
	const store = openStore(storePath(work));
	if (isPublished(store, dir) === true) return store;
	store.close();
	throw new MirrorError(
		`The store in ${work} is not the one that the site in ${dir} was made of.`,
		'A mirror run is under way, or did not come to its end: let it, or run `npm run mirror` again.',
	);
}

function openBooks({ dir, work }: Place): Books & { madeOf: string } {
	const store = openPublished({ dir, work });
	const { database, madeOf } = openSearch(searchPath(work));
	if (madeOf !== fileIdentity(storePath(work))) {
		closeBooks({ store, search: database });
		throw new MirrorError(
			`${searchPath(work)} was made of another store.`,
			'Is a mirror run writing there just now? Start the server again when it is done.',
		);
	}
	return { store, search: database, spots: readSpots(store), madeOf };
}

function closeBooks({ store, search }: Pick<Books, 'store' | 'search'>): void {
	store.close();
	search.close();
}

function identityOr(file: string): string | undefined {
	try {
		return fileIdentity(file);
	} catch {
		// Between two runs' files.
		return undefined;
	}
}

import type { DatabaseSync } from 'node:sqlite';
import { MirrorError } from '../../src/errors.ts';
import { openStore, storePath, type Store } from '../../src/store/open.ts';
import { fileIdentity, isMade, openSearch, searchPath } from './search/search-file.ts';
import { readSpots, type Spots } from './spots.ts';

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
	/** True when another store has come. */
	isStale: () => boolean;
	/** Takes the next run's books if they are ready; true when it did. */
	renew: () => boolean;
	close: () => void;
}

/**
 * Opens the store in `work` with its search file, which is made already.
 *
 * @throws MirrorError when the store is missing or of another version, or the search is not of it
 */
export function openShelf(work: string): Shelf {
	let shown = openBooks(work);
	const isStale = (): boolean => {
		const identity = identityOr(storePath(work));
		return identity !== undefined && identity !== shown.madeOf;
	};
	return {
		books: () => shown,
		isStale,
		renew() {
			if (!isStale() || !isMade(searchPath(work), storePath(work))) return false;
			const old = shown;
			shown = openBooks(work);
			closeBooks(old);
			return true;
		},
		close: () => closeBooks(shown),
	};
}

function openBooks(work: string): Books & { madeOf: string } {
	const store = openStore(storePath(work));
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

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { scoped } from '../cache-names.ts';
import { LibraryError } from './errors.ts';

/** Where a page is stored. */
export interface SavedPlace {
	address: string;
	/** Id of its bundle. */
	bundle: string;
	/** Index of the file within the bundle. */
	file: number;
	/** First byte of its block in the file, and the byte after its last. */
	from: number;
	to: number;
	/** First byte of the page in the inflated block, and its length in bytes. */
	at: number;
	bytes: number;
	/** Digest of the page, as given by its pack. */
	digest: string;
}

/** A pack file in the cache. */
interface KeptFile {
	url: string;
	bytes: number;
	sha256: string;
}

/** A bundle stored on the device. */
export interface InstalledBundle {
	id: string;
	version: string;
	/** The complete file, then the patches to it. */
	files: KeptFile[];
	/** When it reached this version, in milliseconds. */
	since: number;
	/** One of its files was missing or broken; the bundle is fetched again. */
	isDamaged?: boolean;
}

/** A pack that the reader chose. */
export interface ChosenPack {
	id: string;
	/** When all of it was first on the device, in milliseconds; null until then. */
	since: number | null;
	/** Ids of the bundles it was installed with; the catalogue may list others later. */
	bundles?: string[];
}

/** Part of a file whose download is incomplete. */
interface Chunk {
	/** Name of the file. */
	name: string;
	/** Offset of its first byte. */
	at: number;
	bytes: Uint8Array<ArrayBuffer>;
}

interface LibraryData extends DBSchema {
	pages: { key: [address: string, bundle: string]; value: SavedPlace; indexes: { bundle: string } };
	bundles: { key: string; value: InstalledBundle };
	packs: { key: string; value: ChosenPack };
	chunks: { key: [name: string, at: number]; value: Chunk };
	settings: { key: string; value: unknown };
}

export type LibraryDatabase = IDBPDatabase<LibraryData>;

export const DATABASE = scoped('session-mirror-library');
/** Raise it when the stores change, and add the migration below. */
const FORM = 1;

let opened: Promise<LibraryDatabase> | undefined;

/**
 * The library's only database, opened once.
 *
 * @throws LibraryError when the browser stores nothing, or another tab has a newer version of it
 */
export function openLibrary(): Promise<LibraryDatabase> {
	opened ??= open();
	opened.catch(() => (opened = undefined));
	return opened;
}

async function open(): Promise<LibraryDatabase> {
	try {
		return await openDB<LibraryData>(DATABASE, FORM, {
			upgrade(database, from) {
				if (from >= 1) return;
				database
					.createObjectStore('pages', { keyPath: ['address', 'bundle'] })
					.createIndex('bundle', 'bundle');
				database.createObjectStore('bundles', { keyPath: 'id' });
				database.createObjectStore('packs', { keyPath: 'id' });
				database.createObjectStore('chunks', { keyPath: ['name', 'at'] });
				database.createObjectStore('settings');
			},
			blocking(_, __, event) {
				// Another tab is waiting to open a newer version, so this connection must close.
				(event.target as IDBDatabase).close();
				opened = undefined;
			},
			terminated: () => (opened = undefined),
		});
	} catch (error) {
		const isNewer = error instanceof DOMException && error.name === 'VersionError';
		throw new LibraryError(
			'blocked',
			isNewer
				? 'The library on this device is of a newer version of this site. Reload the page.'
				: 'This browser keeps nothing for this site: it may be a private window, or keeping is turned off. Open the site in an ordinary window.',
			{ cause: error },
		);
	}
}

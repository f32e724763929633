import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { scoped } from '../cache-names.ts';
import { LibraryError } from './errors.ts';

/** Where one page lies. */
export interface SavedPlace {
	address: string;
	/** Id of its bundle. */
	bundle: string;
	/** Place of the file among the bundle's. */
	file: number;
	/** First byte of its block in the file, and the one after its last. */
	from: number;
	to: number;
	/** First byte of the page in the inflated block, and its bytes. */
	at: number;
	bytes: number;
	/** Of the page, as its pack says. */
	digest: string;
}

/** A pack file in the cache. */
interface KeptFile {
	url: string;
	bytes: number;
	sha256: string;
}

/** A bundle that is on the device. */
export interface InstalledBundle {
	id: string;
	version: string;
	/** The whole one, then the patches on it. */
	files: KeptFile[];
	/** When it came to this version, in milliseconds. */
	since: number;
	/** A file of it was found to be missing or broken: it is fetched again. */
	isDamaged?: boolean;
}

/** A pack that the reader chose. */
export interface ChosenPack {
	id: string;
	/** When all of it was here for the first time, in milliseconds; null while it is not. */
	since: number | null;
	/** Ids of the bundles that it was brought with; the catalogue may have others later. */
	bundles?: string[];
}

/** Some bytes of a file whose download has not ended. */
interface Chunk {
	/** Name of the file. */
	name: string;
	/** First byte. */
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
/** Raise it with the stores, and say below how what is there becomes the new form. */
const FORM = 1;

let opened: Promise<LibraryDatabase> | undefined;

/**
 * The one database of the library, opened once.
 *
 * @throws LibraryError when the browser keeps nothing, or another tab has a newer form of it
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
				// A newer form waits in another tab: what is open here must let go of it.
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

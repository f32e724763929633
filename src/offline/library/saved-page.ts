import { digestOf, readPage } from '../packs/read-pack.ts';
import { openLibrary, type InstalledBundle, type SavedPlace } from './database.ts';
import { openFiles } from './files.ts';

/** A page of a pack on the device. */
export interface SavedPage {
	/** In the form used in packs (`src/offline/packs/asset-hashes.ts`). */
	html: string;
	/** When it reached its version, in milliseconds. */
	since: number;
}

interface Found {
	place: SavedPlace;
	bundle: InstalledBundle;
}

/**
 * The page, or undefined when no pack on the device has it, or its file is missing or broken: then the bundle
 * is marked, and fetched again with the next update. Never throws.
 *
 * @param address without the base path: `/tunes/27`, `/tunes/`
 */
export async function savedPage(address: string): Promise<SavedPage | undefined> {
	try {
		for (const found of await find(address)) {
			const html = await read(found);
			if (html !== undefined) return { html, since: found.bundle.since };
			// It was replaced between two lookups.
			if (!(await markDamaged(found.bundle))) return await savedPage(address);
		}
	} catch {
		// To a reader, a library that cannot be opened is an empty one; the offline page explains why.
	}
	return undefined;
}

/** Bundles with missing or broken files. */
export async function damagedBundles(): Promise<string[]> {
	const bundles = await (await openLibrary()).getAll('bundles');
	return bundles.filter(({ isDamaged }) => isDamaged).map(({ id }) => id);
}

/** Its places in all bundles that contain it, the one with drawings first. */
async function find(address: string): Promise<Found[]> {
	const look = (await openLibrary()).transaction(['pages', 'bundles']);
	const range = IDBKeyRange.bound([address, ''], [address, '\uffff']);
	const found: Found[] = [];
	for (const place of await look.objectStore('pages').getAll(range)) {
		const bundle = await look.objectStore('bundles').get(place.bundle);
		if (bundle) found.push({ place, bundle });
	}
	return found.sort((a, b) => Number(isPopular(b.bundle)) - Number(isPopular(a.bundle)));
}

const isPopular = ({ id }: InstalledBundle): boolean => id.endsWith('/popular');

/** Undefined when the file is missing or broken. */
async function read({ place, bundle }: Found): Promise<string | undefined> {
	const { from, to, at, bytes, address, digest } = place;
	const file = await (await openFiles()).match(bundle.files[place.file]?.url ?? '');
	if (!file) return undefined;
	try {
		const block = { version: bundle.version, pages: [], blocks: [from, to], body: 0 };
		const page = await readPage(await file.blob(), block, [address, digest, 0, at, bytes]);
		return (await digestOf(page)) === digest ? new TextDecoder().decode(page) : undefined;
	} catch {
		return undefined;
	}
}

/** False when the bundle was replaced since it was read. */
async function markDamaged({ id, version }: InstalledBundle): Promise<boolean> {
	const change = (await openLibrary()).transaction('bundles', 'readwrite');
	const now = await change.store.get(id);
	if (now?.version === version && !now.isDamaged)
		await change.store.put({ ...now, isDamaged: true });
	await change.done;
	return now === undefined || now.version === version;
}

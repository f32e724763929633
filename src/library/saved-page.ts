import { readPage } from '../packs/read-pack.ts';
import { sha256 } from '../packs/read-pack.ts';
import { openLibrary, type InstalledBundle, type SavedPlace } from './database.ts';
import { openFiles } from './files.ts';

/**
 * A page of a pack on the device: its HTML as it is in packs (`src/packs/undressed-page.ts`), and when
 * it came to its version in milliseconds. Undefined when no pack has it, or its file is missing or
 * broken: then the bundle is marked, and fetched again with the next update. Never throws.
 *
 * @param address without the base path: `/tunes/27`, `/tunes/`
 */
export async function savedPage(
	address: string,
): Promise<{ html: string; since: number } | undefined> {
	try {
		const database = await openLibrary();
		const range = IDBKeyRange.bound([address, ''], [address, '\uffff']);
		for (const place of (await database.getAll('pages', range)).sort(popularFirst)) {
			const bundle = await database.get('bundles', place.bundle);
			const html = bundle && (await htmlAt(place, bundle));
			if (html !== undefined) return { html, since: bundle?.since ?? 0 };
		}
	} catch {
		// A library that cannot be opened is an empty one to who reads; the page of packs says why.
	}
	return undefined;
}

/** Whether a pack on the device has the page. */
export async function isSaved(address: string): Promise<boolean> {
	const range = IDBKeyRange.bound([address, ''], [address, '\uffff']);
	return ((await (await openLibrary()).getKey('pages', range)) ?? undefined) !== undefined;
}

/** Addresses of pages of packs on the device, in their order, those that begin so. */
export async function savedAddresses(prefix: string, most: number): Promise<string[]> {
	const range = IDBKeyRange.bound([prefix, ''], [`${prefix}\uffff`, '\uffff']);
	const keys = await (await openLibrary()).getAllKeys('pages', range, most);
	return [...new Set(keys.map(([address]) => address))];
}

/** Bundles whose files were found to be missing or broken. */
export async function damagedBundles(): Promise<string[]> {
	const bundles = await (await openLibrary()).getAll('bundles');
	return bundles.filter(({ isDamaged }) => isDamaged).map(({ id }) => id);
}

/** Reads every file of the library and marks the bundles whose are not what they were. @returns their ids */
export async function checkLibrary(
	onProgress?: (done: number, total: number) => void,
): Promise<string[]> {
	const bundles = await (await openLibrary()).getAll('bundles');
	const cache = await openFiles();
	for (const [n, bundle] of bundles.entries()) {
		for (const file of bundle.files) {
			const kept = await (await cache.match(file.url))?.blob();
			if (!kept || (await sha256(kept)) !== file.sha256) await markDamaged(bundle);
		}
		onProgress?.(n + 1, bundles.length);
	}
	return damagedBundles();
}

/** With its drawings. */
function popularFirst(a: SavedPlace, b: SavedPlace): number {
	return Number(b.bundle.endsWith('/popular')) - Number(a.bundle.endsWith('/popular'));
}

async function htmlAt(place: SavedPlace, bundle: InstalledBundle): Promise<string | undefined> {
	const { from, to, at, bytes, address } = place;
	try {
		const file = await (await openFiles()).match(bundle.files[place.file]?.url ?? '');
		if (!file) throw new Error('The file is missing.');
		const block = { version: bundle.version, pages: [], blocks: [from, to], body: 0 };
		const page = await readPage(await file.blob(), block, [address, '', 0, at, bytes]);
		return new TextDecoder().decode(page);
	} catch {
		await markDamaged(bundle);
		return undefined;
	}
}

async function markDamaged(bundle: InstalledBundle): Promise<void> {
	const database = await openLibrary();
	const now = await database.get('bundles', bundle.id);
	// It may have been replaced in the meantime.
	if (now?.version === bundle.version && !now.isDamaged)
		await database.put('bundles', { ...now, isDamaged: true });
}

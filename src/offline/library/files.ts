import { packFiles } from '../../core/addresses.ts';
import { scoped } from '../cache-names.ts';
import { LibraryError } from './errors.ts';

/** Complete pack files, and the catalogue that was last read. */
const LIBRARY_CACHE = scoped('session-mirror-library-1');

/** @throws LibraryError when the browser stores nothing */
export async function openFiles(): Promise<Cache> {
	try {
		return await caches.open(LIBRARY_CACHE);
	} catch (cause) {
		throw new LibraryError(
			'blocked',
			'This browser keeps no files for this site: it may be a private window. Open the site in an ordinary window.',
			{ cause },
		);
	}
}

/** @param root address of the site, with a trailing slash */
export function packUrl(root: string, name: string): string {
	return root + packFiles().slice(1) + name;
}

/** Deletes all files except these. The catalogue stays. */
export async function deleteOtherFiles(wanted: ReadonlySet<string>): Promise<void> {
	const files = await openFiles();
	for (const { url } of await files.keys())
		if (!wanted.has(url) && !url.endsWith('.json')) await files.delete(url);
}

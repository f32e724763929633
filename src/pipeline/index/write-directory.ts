import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { readFragment } from './fragments.ts';
import type { IndexDocument } from './index-document.ts';
import { writeIndex } from './write-index.ts';

/** The directory's folder. */
export const DIRECTORY = 'words';

/**
 * Writes the directory: an index that has one page per part, with the distinct words of that part.
 * Pagefind searches it like any other index, so both agree on stems, accents and beginnings of words, and
 * a search opens only the parts that can answer. The pages' texts, which nobody sees, are removed.
 *
 * @returns Pagefind's name for each part; a part without words has none, and is always searched
 */
export async function writeDirectory(
	words: ReadonlyMap<string, string>,
	output: string,
): Promise<Map<string, string>> {
	const folder = path.join(output, DIRECTORY);
	await writeIndex(documents(words), { output: folder });
	const fragments = path.join(folder, 'fragment');
	const listed = new Map<string, string>();
	for (const file of await readdir(fragments)) {
		const { url } = readFragment(path.join(fragments, file)) as { url: string };
		listed.set(url, path.basename(file, '.pf_fragment'));
	}
	await rm(fragments, { recursive: true });
	return listed;
}

function* documents(words: ReadonlyMap<string, string>): Generator<IndexDocument> {
	const parts = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
	// Pagefind does not write an empty index, but the program that all parts share is in this folder.
	if (!parts.some(([, text]) => text !== '')) yield { url: 'none', html: page('nothing') };
	for (const [folder, text] of parts) yield { url: folder, html: page(text) };
}

function page(text: string): string {
	return `<html lang="en"><body><p>${text}</p></body></html>`;
}

import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { MirrorError } from '../../src/errors.ts';
import { readFragment } from './fragments.ts';
import type { IndexDocument } from './index-document.ts';
import type { Part } from './plan-parts.ts';
import { writeIndex } from './write-index.ts';

/** The directory's folder. */
export const DIRECTORY = 'words';

/**
 * Writes the directory: an index that has one page per part, with the different words of that part.
 * Pagefind asks it as it asks any other, so both agree on stems, accents and beginnings of words, and
 * a search opens only the parts that can answer.
 *
 * Gives the name that Pagefind has for each part; the pages' texts, which nobody shows, are removed.
 *
 * @throws MirrorError when Pagefind left out a part
 */
export async function writeDirectory(
	words: ReadonlyMap<Part, string>,
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
	if (listed.size === words.size || words.size === 0) return listed;
	throw new MirrorError(
		`The directory of the search knows ${listed.size} of ${words.size} parts.`,
		'Run `npm run mirror -- --from index` again.',
	);
}

function* documents(words: ReadonlyMap<Part, string>): Generator<IndexDocument> {
	const parts = [...words].sort(([a], [b]) => (a.folder < b.folder ? -1 : 1));
	// Pagefind writes no index of nothing, and the program that all share lies beside it.
	if (parts.length === 0) yield { url: 'none', html: page('nothing') };
	for (const [{ folder }, text] of parts) {
		yield { url: folder, html: page(text) };
	}
}

function page(text: string): string {
	return `<html lang="en"><body><p>${text}</p></body></html>`;
}

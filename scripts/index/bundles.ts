import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Kind } from '../../src/domain/kinds.ts';
import { KINDS } from '../../src/domain/kinds.ts';

/** The site's folder of search indexes. */
export const PAGEFIND = 'pagefind';

/** What is searched together. A search for a tune does not pay for the discussions. */
export const BUNDLES = [
	{ name: 'library', kinds: KINDS.filter((kind) => kind !== 'discussions') },
	{ name: 'discussions', kinds: ['discussions'] },
] as const satisfies readonly Bundle[];

export interface Bundle {
	name: string;
	kinds: readonly Kind[];
}

/**
 * `pagefind/bundles.json`: the folders of each bundle. The first is opened, the others are merged into
 * it in the browser (`mergeIndex`).
 */
export type BundleList = Record<string, string[]>;

export const BUNDLE_LIST = 'bundles.json';

/** `discussions`, `discussions-2`, `discussions-3` … */
export function partName(bundle: string, part: number): string {
	return part === 0 ? bundle : `${bundle}-${part + 1}`;
}

/** How many pages a folder written by Pagefind says it holds, over all its languages. */
export async function countIndexed(folder: string): Promise<number> {
	const text = await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8');
	const entry = JSON.parse(text) as { languages: Record<string, { page_count: number }> };
	return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

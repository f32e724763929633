import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** The site's folder of search indexes. */
export const PAGEFIND = 'pagefind';

/** The entry file that Pagefind writes for its own browser code. */
export interface Entry {
	version: string;
	languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

const ENTRY = 'pagefind-entry.json';

export function entryFile(folder: string): string {
	return path.join(folder, ENTRY);
}

export async function readEntry(folder: string): Promise<Entry> {
	return JSON.parse(await readFile(entryFile(folder), 'utf8')) as Entry;
}

/** How many pages an index says it holds, over all its languages. */
export function countIndexed({ languages }: Entry): number {
	return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

/** Bytes and files of a folder, with all subfolders. */
export async function measureFolder(folder: string): Promise<{ bytes: number; files: number }> {
	let bytes = 0;
	let files = 0;
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
		files++;
	}
	return { bytes, files };
}

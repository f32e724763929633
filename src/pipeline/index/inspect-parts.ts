import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchPart } from '../../search/search-parts.ts';
import { countIndexed, entryFile, readEntry } from './folders.ts';
import type { Part } from './plan-parts.ts';
import { tellFailures } from './tell-failures.ts';
import { DIRECTORY } from './write-directory.ts';

/**
 * Removes from a part what this site never loads and what the directory has for all.
 *
 * @throws MirrorError when Pagefind is not as it was
 */
export async function inspectPart(
	{ folder, holds }: Pick<Part, 'folder' | 'holds'>,
	output: string,
	listed: string | null,
): Promise<SearchPart> {
	const written = path.join(output, folder);
	const entry = await readEntry(written);
	await keepOnly(written, holds === 'discussions' ? OF_LARGE_PART : OF_PART);
	if (holds === 'discussions') await tellFailures(path.join(written, 'pagefind-worker.js'));
	for (const language of Object.values(entry.languages)) {
		// Pagefind makes `wasm.<this>.pagefind` of it: all parts load the same file, and that once.
		language.wasm = `/../../${DIRECTORY}/wasm.en`;
	}
	await writeFile(entryFile(written), JSON.stringify(entry));
	return { folder, holds, pages: countIndexed(entry), tag: tagOf(entry), listed };
}

/**
 * Removes from the directory what this site never loads, and mends the program; gives its tag.
 *
 * @throws MirrorError when Pagefind is not as it was
 */
export async function inspectDirectory(output: string): Promise<string> {
	const written = path.join(output, DIRECTORY);
	await keepOnly(written, OF_DIRECTORY);
	await tellFailures(path.join(written, 'pagefind.js'));
	return tagOf(await readEntry(written));
}

/** What a browser loads to search: all that Pagefind writes but its ready-made user interfaces. */
const OF_PART = /^(fragment|index|filter|pagefind-entry\.json|pagefind\..+\.pf_meta)$/;
/** An index that is searched in a thread of its own starts that from beside it. */
const OF_LARGE_PART =
	/^(fragment|index|filter|pagefind-entry\.json|pagefind-worker\.js|pagefind\..+\.pf_meta)$/;
const OF_DIRECTORY =
	/^(index|pagefind-entry\.json|pagefind\.js|wasm\.en\.pagefind|pagefind\..+\.pf_meta)$/;

async function keepOnly(folder: string, names: RegExp): Promise<void> {
	for (const name of await readdir(folder)) {
		if (!names.test(name)) await rm(path.join(folder, name), { recursive: true });
	}
}

function tagOf({ languages }: Awaited<ReturnType<typeof readEntry>>): string {
	return languages['en']?.hash.replace(/^en_/, '') ?? '';
}

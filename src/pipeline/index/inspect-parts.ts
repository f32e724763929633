import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SearchPart } from '../../search/search-parts.ts';
import { countIndexed, entryFile, readEntry } from './folders.ts';
import type { Part } from './plan-parts.ts';
import { tellFailures } from './tell-failures.ts';
import { DIRECTORY } from './write-directory.ts';

/**
 * Removes files from a part that this site never loads or that the directory provides for all parts.
 *
 * @throws MirrorError when Pagefind's output has changed
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
		// Pagefind makes `wasm.<this>.pagefind` of it, so all parts load the same file, once.
		language.wasm = `/../../${DIRECTORY}/wasm.en`;
	}
	await writeFile(entryFile(written), JSON.stringify(entry));
	return { folder, holds, pages: countIndexed(entry), tag: tagOf(entry), listed };
}

/**
 * Removes files from the directory that this site never loads, and patches the program.
 *
 * @returns the program's tag
 * @throws MirrorError when Pagefind's output has changed
 */
export async function inspectDirectory(output: string): Promise<string> {
	const written = path.join(output, DIRECTORY);
	await keepOnly(written, OF_DIRECTORY);
	await tellFailures(path.join(written, 'pagefind.js'));
	return tagOf(await readEntry(written));
}

/** What a browser loads to search: everything that Pagefind writes except its ready-made interfaces. */
const OF_PART = /^(fragment|index|filter|pagefind-entry\.json|pagefind\..+\.pf_meta)$/;
/** An index that is searched in its own worker starts that worker from a file beside it. */
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

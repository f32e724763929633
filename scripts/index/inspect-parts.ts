import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { MirrorError } from '../../src/errors.ts';
import { count } from '../lib/output.ts';
import { countIndexed } from './bundles.ts';
import type { Part } from './plan-parts.ts';

/** A bundle as it is on disk, over all its parts. */
export interface BuiltBundle {
	name: string;
	pages: number;
	bytes: number;
	files: number;
}

/**
 * Counts what was written and removes what this site never loads.
 *
 * @throws MirrorError when Pagefind left a page out
 */
export async function inspectParts(parts: readonly Part[], output: string): Promise<BuiltBundle[]> {
	const bundles = new Map<string, BuiltBundle>();
	for (const { bundle: name, folder, pages } of parts) {
		const written = path.join(output, folder);
		const indexed = await countIndexed(written);
		if (indexed !== pages.length) {
			throw new MirrorError(
				`Pagefind indexed ${indexed} of the ${count(pages.length, 'page')} of ${folder}.`,
				'It leaves out a page without an `<article>`: look at the templates of these kinds.',
			);
		}
		await removeUnused(written);
		const { bytes, files } = await measure(written);
		const bundle = bundles.get(name) ?? { name, pages: 0, bytes: 0, files: 0 };
		bundle.pages += indexed;
		bundle.bytes += bytes;
		bundle.files += files;
		bundles.set(name, bundle);
	}
	return [...bundles.values()];
}

/** What a browser loads to search: all that Pagefind writes but its ready-made user interfaces. */
const USED =
	/^(fragment|index|filter|pagefind-entry\.json|pagefind\.js|pagefind-worker\.js|wasm\.en\.pagefind|pagefind\..+\.pf_meta)$/;

async function removeUnused(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		if (!USED.test(name)) await rm(path.join(folder, name), { recursive: true });
	}
}

async function measure(folder: string): Promise<{ bytes: number; files: number }> {
	let bytes = 0;
	let files = 0;
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
		files++;
	}
	return { bytes, files };
}

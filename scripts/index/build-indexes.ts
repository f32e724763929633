import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../../src/errors.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import type { Progress } from '../lib/progress.ts';
import { silent } from '../lib/progress.ts';
import type { BundleList } from './bundles.ts';
import { BUNDLE_LIST, PAGEFIND } from './bundles.ts';
import type { BuiltBundle } from './inspect-parts.ts';
import { inspectParts } from './inspect-parts.ts';
import type { Part } from './plan-parts.ts';
import { planParts } from './plan-parts.ts';
import { writeParts } from './write-parts.ts';

export interface BuildIndexesOptions {
	/** The folder of the built site; `pagefind/` in it is replaced when all went well. */
	site: string;
	facts: StoreFacts;
	/** Indexes that are written at once. */
	jobs: number;
	progress?: Progress;
	/** Bytes of searched text from which an index is cut into parts. */
	greatestPart?: number;
}

export interface IndexResult {
	bundles: BuiltBundle[];
}

/**
 * Indexes the pages of all things: `pagefind/library/` and `pagefind/discussions/`, further parts
 * beside them where one would need too much memory, and `pagefind/bundles.json` that lists them.
 * The same pages give the same bytes.
 *
 * @throws MirrorError when a page is missing or was not indexed; the last index stays
 */
export async function buildIndexes({
	site,
	facts,
	jobs,
	progress = silent,
	greatestPart,
}: BuildIndexesOptions): Promise<IndexResult> {
	const current = path.join(site, PAGEFIND);
	const output = `${current}.next`;
	await rm(output, { recursive: true, force: true });
	try {
		const parts = await planParts(site, facts, greatestPart);
		await writeParts(parts, { site, output, jobs, progress });
		const bundles = await inspectParts(parts, output);
		await writeBundleList(parts, output);
		await swap(output, current);
		return { bundles };
	} finally {
		await rm(output, { recursive: true, force: true });
	}
}

async function writeBundleList(parts: readonly Part[], output: string): Promise<void> {
	const list: BundleList = {};
	for (const { bundle, folder } of parts) (list[bundle] ??= []).push(folder);
	await writeFile(path.join(output, BUNDLE_LIST), `${JSON.stringify(list)}\n`);
}

async function swap(next: string, current: string): Promise<void> {
	const last = `${current}.last`;
	await rm(last, { recursive: true, force: true });
	await rename(current, last).catch((error: unknown) => {
		if (systemCode(error) !== 'ENOENT') throw error;
	});
	await rename(next, current);
	await rm(last, { recursive: true, force: true });
}

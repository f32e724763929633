import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PartList, SearchPart } from '../../search/search-parts.ts';
import { FILTER_CHOICES, PART_LIST } from '../../search/search-parts.ts';
import { MirrorError, systemCode } from '../../core/errors.ts';
import type { StoreFacts } from '../../store/facts.ts';
import { LeftOutBook, type LeftOut } from '../left-out.ts';
import type { Progress } from '../../cli/progress.ts';
import { silent } from '../../cli/progress.ts';
import { measureFolder, PAGEFIND } from './folders.ts';
import { inspectDirectory, inspectPart } from './inspect-parts.ts';
import {
	bookLeftOut,
	LEFT_OUT,
	leftOutLists,
	REASONS,
	type LeftOutList,
} from './left-out-pages.ts';
import type { Cuts } from './plan-parts.ts';
import { planParts } from './plan-parts.ts';
import type { SearchedThings } from './searched-things.ts';
import { DIRECTORY, writeDirectory } from './write-directory.ts';
import { writeParts, type WrittenPart } from './write-parts.ts';

export interface BuildIndexesOptions extends Cuts {
	/** The folder of the built site; its `pagefind/` is replaced on success. */
	site: string;
	facts: Pick<StoreFacts, 'sections' | 'counts'>;
	things: SearchedThings;
	/** Leave out the excerpts of all results, for a site that would be too large. */
	dropsTexts?: boolean;
	/** How many indexes to write at once, if memory allows. */
	jobs: number;
	/** Bytes of memory to use; most of the free memory when absent. */
	memory?: number;
	progress?: Progress;
}

export interface IndexResult {
	bundles: BuiltBundle[];
	/** Pages that no index has, by reason. */
	leftOut: LeftOut[];
}

/** Indexes that are searched together: their totals on disk. */
interface BuiltBundle {
	name: 'library' | 'comments' | 'discussions';
	pages: number;
	bytes: number;
	files: number;
}

/**
 * Indexes the pages of all things: `pagefind/tunes-1/`, `recordings-1/` …, each an index small enough
 * to be opened on its own; `words/`, which says what is in which; and the lists `parts.json` and
 * `choices.json`. The same pages give the same bytes.
 *
 * A page that cannot be indexed is left out; `left-out.json` says which, and why.
 *
 * @throws MirrorError when a page is missing, when no page of a kind has an article, and when nothing
 * could be indexed; the last index then stays
 */
export async function buildIndexes({
	site,
	facts,
	things,
	dropsTexts = false,
	jobs,
	memory = freeMemory(),
	progress = silent,
	...cuts
}: BuildIndexesOptions): Promise<IndexResult> {
	const current = path.join(site, PAGEFIND);
	const output = `${current}.next`;
	await rm(output, { recursive: true, force: true });
	try {
		const parts = await planParts(site, facts, things, cuts);
		const written = await writeParts(parts, {
			site,
			output,
			dropsTexts,
			jobs,
			memory,
			progress,
		});
		const leftOut = leftOutLists(
			written.flatMap(({ holds, leftOut: pages }) => pages.map((page) => ({ holds, ...page }))),
		);
		expectArticles(written, leftOut);
		const filled = written.filter(({ indexed }) => indexed > 0);
		const listed = await writeDirectory(inDirectory(filled), output);
		const inspected: SearchPart[] = [];
		for (const part of filled)
			inspected.push(await inspectPart(part, output, listed.get(part.folder) ?? null));
		const list: PartList = {
			directory: DIRECTORY,
			tag: await inspectDirectory(output),
			parts: inspected,
		};
		await writeJson(path.join(output, PART_LIST), list);
		await writeJson(path.join(output, FILTER_CHOICES), things.choices);
		await writeJson(path.join(output, LEFT_OUT), leftOut);
		const bundles = await measureBundles(inspected, output);
		await swap(output, current);
		const book = new LeftOutBook();
		bookLeftOut(leftOut, book);
		return { bundles, leftOut: book.groups() };
	} finally {
		await rm(output, { recursive: true, force: true });
	}
}

/**
 * The directory has only the words of the library: a search in discussions opens all of their indexes
 * anyway, and their words would double its size.
 */
function inDirectory(parts: readonly WrittenPart[]): Map<string, string> {
	return new Map(
		parts
			.filter(({ holds }) => holds !== 'discussions')
			.map(({ folder, words }) => [folder, words]),
	);
}

/** Free memory, less a reserve for other processes; a container's limit counts. */
function freeMemory(): number {
	return 0.85 * process.availableMemory();
}

/**
 * A page without an article is left out; if no page of a kind has one, our templates are at fault.
 *
 * @throws MirrorError
 */
function expectArticles(written: readonly WrittenPart[], leftOut: readonly LeftOutList[]): void {
	for (const { holds, reason, things } of leftOut) {
		if (reason !== REASONS.noArticle && reason !== REASONS.unread) continue;
		const own = written.filter((part) => part.holds === holds);
		if (things.length < own.reduce((sum, { pages }) => sum + pages.length, 0)) continue;
		throw new MirrorError(
			`None of the pages of ${holds} can be searched: ${reason}.`,
			'Look at the templates of this kind: src/pipeline/index/searched-part.ts decides what is searched.',
		);
	}
}

async function measureBundles(
	parts: readonly SearchPart[],
	output: string,
): Promise<BuiltBundle[]> {
	const bundles = new Map<BuiltBundle['name'], BuiltBundle>();
	for (const { folder, holds, pages } of parts) {
		const name = holds === 'comments' || holds === 'discussions' ? holds : 'library';
		const { bytes, files } = await measureFolder(path.join(output, folder));
		const bundle = bundles.get(name) ?? { name, pages: 0, bytes: 0, files: 0 };
		bundle.pages += pages;
		bundle.bytes += bytes;
		bundle.files += files;
		bundles.set(name, bundle);
	}
	return [...bundles.values()];
}

async function writeJson(file: string, value: unknown): Promise<void> {
	await writeFile(file, `${JSON.stringify(value)}\n`);
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

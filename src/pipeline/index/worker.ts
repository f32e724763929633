import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Searched } from '../../search/search-parts.ts';
import { isReadOnPage } from '../../search/search-parts.ts';
import { countIndexed, entryFile, readEntry } from './folders.ts';
import { dropTexts, indexedUrls } from './fragments.ts';
import type { IndexDocument } from './index-document.ts';
import { readDocument } from './index-document.ts';
import { hasWord, REASONS, type LeftOutPage } from './left-out-pages.ts';
import type { IndexPage } from './parts.ts';
import { Vocabulary } from './vocabulary.ts';
import { writeIndex } from './write-index.ts';

/** The input of a worker: the pages of one index and where to write it. */
export interface IndexJob {
	site: string;
	holds: Searched;
	pages: IndexPage[];
	/** Leave out excerpts, even where results are not read on their pages. */
	dropsTexts: boolean;
	output: string;
}

/** A worker's messages: how many pages it has read since the last one, and the result at the end. */
export type IndexNews = { read: number } | IndexDone;

export interface IndexDone {
	/** All distinct words. */
	words: string;
	/** Pages in the index; if 0, nothing is written. */
	indexed: number;
	leftOut: LeftOutPage[];
}

/**
 * How many pages share a fragment file, as they compress better together: loading a result takes about
 * 2 KB.
 */
const PAGES_PER_FRAGMENT = { withTexts: 16, withoutTexts: 50 };
const LOT = 200;

const { site, holds, pages, dropsTexts, output } = workerData as IndexJob;
const withoutTexts = dropsTexts || isReadOnPage(holds);
const vocabulary = new Vocabulary();
const perFragment = PAGES_PER_FRAGMENT[withoutTexts ? 'withoutTexts' : 'withTexts'];
const leftOut: LeftOutPage[] = [];
/** Pages handed to Pagefind, by address, and whether they have no word. */
const handed = new Map<string, { page: IndexPage; isWordless: boolean }>();
const refused = await writeIndex(documents(), {
	output,
	fragments: Math.ceil(pages.length / perFragment),
});
const indexed = await countPages();
if (indexed < handed.size) findMissing();
if (indexed > 0 && withoutTexts) dropTexts(output);
tell({ words: vocabulary.text(), indexed, leftOut });

function* documents(): Generator<IndexDocument> {
	let read = 0;
	for (const page of pages) {
		const document = documentOf(page);
		if ('reason' in document) {
			leftOut.push({ kind: page.kind, id: page.id, reason: document.reason });
		} else {
			if (holds !== 'discussions') vocabulary.add(document.html);
			handed.set(document.url, { page, isWordless: !hasWord(document.html) });
			yield document;
		}
		if (++read % LOT === 0) tell({ read: LOT });
	}
}

/** A page that cannot be read does not stop the others. */
function documentOf(page: IndexPage): IndexDocument | { reason: string } {
	try {
		return readDocument(site, page, holds);
	} catch {
		return { reason: REASONS.unread };
	}
}

/** Pagefind does not write an empty index. */
async function countPages(): Promise<number> {
	return existsSync(entryFile(output)) ? countIndexed(await readEntry(output)) : 0;
}

/** Pagefind drops pages silently, so ask which ones it has. */
function findMissing(): void {
	const has = indexed > 0 ? indexedUrls(output) : new Set<string>();
	const isRefused = new Set(refused);
	for (const [url, { page, isWordless }] of handed) {
		if (has.has(url)) continue;
		const silently = isWordless ? REASONS.noWord : REASONS.unexplained;
		const reason = isRefused.has(url) ? REASONS.refused : silently;
		leftOut.push({ kind: page.kind, id: page.id, reason });
	}
}

function tell(news: IndexNews): void {
	parentPort?.postMessage(news);
}

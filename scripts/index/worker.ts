import { parentPort, workerData } from 'node:worker_threads';
import type { Searched } from '../../src/domain/search-parts.ts';
import { isReadOnPage } from '../../src/domain/search-parts.ts';
import { dropTexts } from './fragments.ts';
import type { IndexDocument } from './index-document.ts';
import { readDocument } from './index-document.ts';
import type { IndexPage } from './parts.ts';
import { Vocabulary } from './vocabulary.ts';
import { writeIndex } from './write-index.ts';

/** What a worker is given: the pages of one index and where to write it. */
export interface IndexJob {
	site: string;
	holds: Searched;
	pages: IndexPage[];
	/** Excerpts are left out, even where results are not read on their pages. */
	dropsTexts: boolean;
	output: string;
}

/** What it tells: how many pages it has read since it last did; at the end all different words. */
export type IndexNews = { read: number } | { words: string };

/**
 * A file of what is told of pages holds this many of them, as together they are packed better: a result
 * loads about 2 KB.
 */
const PAGES_PER_FRAGMENT = { withTexts: 16, withoutTexts: 50 };
const LOT = 200;

const { site, holds, pages, dropsTexts, output } = workerData as IndexJob;
const withoutTexts = dropsTexts || isReadOnPage(holds);
const vocabulary = new Vocabulary();
const perFragment = PAGES_PER_FRAGMENT[withoutTexts ? 'withoutTexts' : 'withTexts'];
await writeIndex(documents(), { output, fragments: Math.ceil(pages.length / perFragment) });
if (withoutTexts) dropTexts(output);
tell({ words: vocabulary.text() });

function* documents(): Generator<IndexDocument> {
	let read = 0;
	for (const page of pages) {
		const document = readDocument(site, page, holds);
		if (holds !== 'discussions') vocabulary.add(document.html);
		yield document;
		if (++read % LOT === 0) tell({ read: LOT });
	}
}

function tell(news: IndexNews): void {
	parentPort?.postMessage(news);
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Searched } from '../../src/domain/search-parts.ts';
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
	output: string;
}

/** What it tells: how many pages it has read since it last did; at the end all different words. */
export type IndexNews = { read: number } | { words: string };

/**
 * A file of texts holds this many pages: a result loads 2 to 25 KB. Texts together are packed better:
 * discussions one by one would be 13 MB more.
 */
const PAGES_PER_FRAGMENT: Record<Searched, number> = {
	tunes: 16,
	recordings: 16,
	sessions: 16,
	events: 16,
	comments: 16,
	discussions: 20,
};
const LOT = 200;

const { site, holds, pages, output } = workerData as IndexJob;
const vocabulary = new Vocabulary();
const fragments = Math.ceil(pages.length / PAGES_PER_FRAGMENT[holds]);
await writeIndex(documents(), { output, fragments });
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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { close, createIndex } from 'pagefind';
import { thing } from '../../src/domain/addresses.ts';
import type { ThingRef } from '../../src/domain/kinds.ts';
import { searchedPart } from './searched-part.ts';

/** What a worker is given: the pages of one index and where to write it. */
export interface IndexJob {
	site: string;
	pages: ThingRef[];
	output: string;
}

/** What it tells: how many pages it has read since it last did. */
export type IndexNews = number;

/** A file of fragments holds this many pages: a search loads 10 KB for a result, not 100. */
const PAGES_PER_FRAGMENT = 8;
/** Messages on their way to Pagefind at once. */
const WINDOW = 16;
const LOT = 200;

/**
 * Writes one index through a Pagefind service of its own. Pages are handed over one by one because
 * `addDirectory`, twice as fast at that, would make `/tunes/27.html` of the address `/tunes/27`.
 */
async function writeIndex({ site, pages, output }: IndexJob): Promise<void> {
	try {
		const created = await createIndex({
			// One index for all words, whatever language a page says it is in.
			forceLanguage: 'en',
			maxFragments: Math.ceil(pages.length / PAGES_PER_FRAGMENT),
		});
		const { index } = created;
		expectNone(created.errors);
		if (!index) throw new Error('Pagefind gave no index.');
		let at = 0;
		const addPages = async (): Promise<void> => {
			for (let page = pages[at++]; page; page = pages[at++]) {
				// Read at once: Pagefind numbers the pages as they arrive, and so their bytes.
				const html = readFileSync(path.join(site, page.kind, `${page.id}.html`), 'utf8');
				const content = searchedPart(html, page.kind);
				const added = await index.addHTMLFile({ url: thing(page), content });
				expectNone(added.errors);
				if (at % LOT === 0) parentPort?.postMessage(LOT satisfies IndexNews);
			}
		};
		await Promise.all(Array.from({ length: WINDOW }, addPages));
		expectNone((await index.writeFiles({ outputPath: output })).errors);
	} finally {
		await close();
	}
}

function expectNone(errors: string[]): void {
	if (errors.length > 0) throw new Error(errors.join('; '));
}

await writeIndex(workerData as IndexJob);

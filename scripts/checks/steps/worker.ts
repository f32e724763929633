import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { PageContext } from '../base/check.ts';
import { LinkFinder } from '../base/link-finder.ts';
import type { CheckedPage } from './check-page.ts';
import { checkPage } from './check-page.ts';
import { readPage } from './read-page.ts';

/** What a reading thread is given. */
export interface ReaderData extends Omit<PageContext, 'links'> {
	folder: string;
}

/** Some pages to read; answered by as many checked pages. */
export type Lot = string[];
export type LotDone = CheckedPage[];

const { folder, site } = workerData as ReaderData;
const context = { site, links: new LinkFinder(site) };

parentPort?.on('message', (lot: Lot) => {
	const done: LotDone = lot.map(checked);
	parentPort?.postMessage(done);
});

function checked(file: string): CheckedPage {
	try {
		return checkPage(readPage(file, readFileSync(path.join(folder, file))), context);
	} catch (cause) {
		throw new Error(`${file} could not be checked: ${String(cause)}`, { cause });
	}
}

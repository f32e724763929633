import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { unfoldedBytes } from '../../read-thread.ts';
import type { PageContext } from '../base/check.ts';
import { LinkFinder } from '../base/link-finder.ts';
import type { CheckedPage } from './check-page.ts';
import { checkPage } from './check-page.ts';
import { readPage } from './read-page.ts';

/** The input of a reading thread. */
export interface ReaderData extends Omit<PageContext, 'links'> {
	folder: string;
}

/** Some pages to read; answered by as many checked pages. */
export type Batch = string[];
export type LotDone = CheckedPage[];

const { folder, site } = workerData as ReaderData;
const context = { site, links: new LinkFinder(site) };

parentPort?.on('message', (lot: Batch) => {
	const done: LotDone = lot.map(checked);
	parentPort?.postMessage(done);
});

function checked(file: string): CheckedPage {
	try {
		const content = readFileSync(path.join(folder, file));
		const { page: whole, fault } = unfoldedOrNot(file, content);
		return checkPage(
			{ ...readPage(file, whole), bytes: content.length, foldFault: fault },
			context,
		);
	} catch (cause) {
		throw new Error(`${file} could not be checked: ${String(cause)}`, { cause });
	}
}

/** A page as a reader sees it after opening its folded posts, if they can be opened. */
function unfoldedOrNot(file: string, content: Buffer): { page: Buffer; fault: string | null } {
	try {
		return { page: unfoldedBytes(folder, file, content), fault: null };
	} catch (error) {
		return { page: content, fault: (error as Error).message };
	}
}

import { parentPort, workerData } from 'node:worker_threads';
import { readBlobs } from '../../upstream/read-git.ts';
import type { PagePlace } from './page.ts';
import { PageFault } from './page.ts';
import { parsePage } from './parse-page.ts';

/** What a worker is given: its share of the pages. */
export interface ReadJob {
	repository: string;
	places: PagePlace[];
}

/** One page as it goes to the table; `json` is null when it could not be understood. */
export interface PageRow {
	place: PagePlace;
	json: string | null;
	fault: string | null;
	refused: string | null;
}

const LOT = 200;

/** Reads its share through a git process of its own and posts the rows in lots. */
async function readShare({ repository, places }: ReadJob): Promise<void> {
	let rows: PageRow[] = [];
	let at = 0;
	for await (const { content } of readBlobs(
		{ path: repository },
		places.map((place) => place.blob),
	)) {
		const place = places[at++];
		if (place) rows.push(readRow(place, content));
		if (rows.length === LOT) {
			parentPort?.postMessage(rows);
			rows = [];
		}
	}
	parentPort?.postMessage(rows);
}

function readRow(place: PagePlace, content: Buffer): PageRow {
	try {
		const { page, refused } = parsePage(place.kind, place.id, content);
		return {
			place,
			json: JSON.stringify(page),
			fault: null,
			refused: refused.length > 0 ? JSON.stringify(refused) : null,
		};
	} catch (error) {
		if (!(error instanceof PageFault)) throw error;
		return { place, json: null, fault: error.message, refused: null };
	}
}

await readShare(workerData as ReadJob);

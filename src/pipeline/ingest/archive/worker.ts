import { parentPort, workerData } from 'node:worker_threads';
import { readBlobs } from '../../sync/read-git.ts';
import type { PagePlace } from './page.ts';
import { readRow, type PageRow } from './read-row.ts';

/** What a worker is given: its share of the pages. */
export interface ReadJob {
	repository: string;
	places: PagePlace[];
	/** Rows that are posted at once. */
	lot: number;
}

/** Blobs that git could not read one after the other, after which the clone itself is at fault. */
const MOST_UNREADABLE = 20;

/**
 * Reads its share through a git process of its own and posts the rows in lots, in the order of the
 * places: whoever finds this thread dead knows which page it died of. A blob that git cannot read is
 * the fault of its page; another process goes on behind it.
 */
async function readShare({ repository, places, lot }: ReadJob): Promise<void> {
	let rows: PageRow[] = [];
	let at = 0;
	let unreadable = 0;
	const take = (row: PageRow): void => {
		rows.push(row);
		at++;
		if (rows.length >= lot) {
			parentPort?.postMessage(rows);
			rows = [];
		}
	};
	while (at < places.length) {
		const start = at;
		const rest = unreadable < MOST_UNREADABLE ? places.slice(at) : [];
		try {
			for await (const { content } of readBlobs(
				{ path: repository },
				rest.map((place) => place.blob),
			)) {
				const place = places[at];
				if (place) take(readRow(place, content));
			}
		} catch (error) {
			unreadable = at === start ? unreadable + 1 : 1;
			const place = places[at];
			if (place) take(unread(place, error));
			continue;
		}
		// Git answered for fewer than it was asked for, or is asked no more.
		for (const place of places.slice(at)) take(unread(place, undefined));
	}
	parentPort?.postMessage(rows);
}

/** Without the blob's id, so that it is asked for again in the next run. */
function unread(place: PagePlace, error: unknown): PageRow {
	const code = (error as { code?: unknown } | undefined)?.code;
	const fault = `git could not read it${typeof code === 'string' ? `: ${code}` : ''}`;
	return { place: { ...place, blob: '' }, json: null, fault, refused: null };
}

await readShare(workerData as ReadJob);

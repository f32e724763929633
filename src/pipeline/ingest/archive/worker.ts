import { parentPort, workerData } from 'node:worker_threads';
import { readBlobs } from '../../sync/read-git.ts';
import type { PagePlace } from './page.ts';
import { readRow, type PageRow } from './read-row.ts';

/** The input of a worker: its share of the pages. */
export interface ReadJob {
	repository: string;
	places: PagePlace[];
	/** How many rows are posted at once. */
	lot: number;
}

/** After this many consecutive blobs that git could not read, the clone itself is at fault. */
const MOST_UNREADABLE = 20;

/**
 * Reads its share through its own git process and posts the rows in batches, in the order of the places, so
 * that a crash can be traced to its page. A blob that git cannot read counts against its page; another git
 * process continues after it.
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
		// Git returned fewer blobs than requested, or is no longer asked.
		for (const place of places.slice(at)) take(unread(place, undefined));
	}
	parentPort?.postMessage(rows);
}

/** Without the blob's id, so that the next run asks for it again. */
function unread(place: PagePlace, error: unknown): PageRow {
	const code = (error as { code?: unknown } | undefined)?.code;
	const fault = `git could not read it${typeof code === 'string' ? `: ${code}` : ''}`;
	return { place: { ...place, blob: '' }, json: null, fault, refused: null };
}

await readShare(workerData as ReadJob);

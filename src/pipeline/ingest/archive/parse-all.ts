import type { DatabaseSync } from 'node:sqlite';
import type { ResourceLimits } from 'node:worker_threads';
import type { Progress } from '../../../cli/progress.ts';
import { allDone } from '../all-done.ts';
import { runThread } from '../run-thread.ts';
import { pageWriter } from './page-table.ts';
import type { PagePlace } from './page.ts';
import { errorClass, type PageRow } from './read-row.ts';
import type { ReadJob } from './worker.ts';

const WORKER = new URL('worker.ts', import.meta.url);

export interface ParseOptions {
	/** The bare clone. */
	repository: string;
	/** Version of the reading code. */
	reader: string;
	/** Threads. */
	jobs: number;
	progress: Progress;
	/** The script of a thread. */
	worker?: URL;
	resourceLimits?: ResourceLimits;
}

const LOT = 200;

/**
 * Parses pages over several threads into the table. Each thread gets a run of neighbours, which git
 * stores close together; parsed rows are saved at once. A crashed thread stops nothing: the page at which
 * it crashed is found and reported.
 */
export async function parseAll(
	database: DatabaseSync,
	places: PagePlace[],
	options: ParseOptions,
): Promise<void> {
	if (places.length === 0) return;
	const { jobs, progress } = options;
	const write = pageWriter(database, options.reader);
	const size = Math.ceil(places.length / jobs);
	let done = 0;
	const take = (rows: PageRow[]): void => {
		write(rows);
		done += rows.length;
		progress.update(done, places.length);
	};
	const shares = Array.from({ length: jobs }, (_, n) => places.slice(n * size, (n + 1) * size));
	await allDone(shares.map((share) => readShare(share, options, take)));
	progress.end();
}

/**
 * Reads a share in as many threads, one after the other, as it takes. Rows arrive in the order of the
 * places, so a thread that posts each row at once crashed at the first page that is missing.
 *
 * @throws what `take` throws: storing rows may meet a full disk
 */
async function readShare(
	share: PagePlace[],
	{ repository, worker = WORKER, resourceLimits }: ParseOptions,
	take: (rows: PageRow[]) => void,
): Promise<void> {
	let at = 0;
	let lot = LOT;
	let deaths = 0;
	while (at < share.length) {
		const start = at;
		const places = share.slice(start, lot === 1 ? start + LOT : share.length);
		const keep = (rows: PageRow[]): void => {
			take(rows);
			at += rows.length;
		};
		const job: ReadJob = { repository, places, lot };
		const error = await runToTheEnd(worker, job, keep, resourceLimits);
		const death = error ?? (at < start + places.length ? 'ERR_NO_ANSWER' : undefined);
		deaths = death === undefined || at > start ? 0 : deaths + 1;
		if (death !== undefined && lot === 1) {
			const dead = share.slice(at, deaths < MOST_DEATHS ? at + 1 : share.length);
			keep(dead.map((place) => fatal(place, death)));
		}
		lot = death === undefined ? LOT : 1;
	}
}

/** After this many threads that end without a single page, the pages are not to blame. */
const MOST_DEATHS = 20;

/** The error that ended the thread, if any. */
async function runToTheEnd(
	worker: URL,
	job: ReadJob,
	take: (rows: PageRow[]) => void,
	resourceLimits: ResourceLimits | undefined,
): Promise<string | undefined> {
	let failure: unknown;
	try {
		await runThread<PageRow[]>(
			worker,
			job,
			(rows) => {
				try {
					take(rows);
				} catch (error) {
					failure = error;
					throw error;
				}
			},
			resourceLimits,
		);
		return undefined;
	} catch (error) {
		if (failure !== undefined) throw failure as Error;
		return errorClass(error);
	}
}

/** Without the blob's id, so that the next run tries it again. */
function fatal(place: PagePlace, death: string): PageRow {
	const fault = `the thread that read it ended: ${death}`;
	return { place: { ...place, blob: '' }, json: null, fault, refused: null };
}

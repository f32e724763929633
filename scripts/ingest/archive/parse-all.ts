import type { DatabaseSync } from 'node:sqlite';
import type { Progress } from '../../lib/progress.ts';
import { allDone } from '../all-done.ts';
import { runThread } from '../run-thread.ts';
import { pageWriter } from './page-table.ts';
import type { PagePlace } from './page.ts';
import type { PageRow, ReadJob } from './worker.ts';

const WORKER = new URL('worker.ts', import.meta.url);

export interface ParseOptions {
	/** The bare clone. */
	repository: string;
	/** Version of the reading code. */
	reader: string;
	/** Threads. */
	jobs: number;
	progress: Progress;
}

/**
 * Parses pages over several threads into the table. Each thread gets a run of neighbours, which git
 * has stored close together; what it has parsed is kept at once.
 */
export async function parseAll(
	database: DatabaseSync,
	places: PagePlace[],
	{ repository, reader, jobs, progress }: ParseOptions,
): Promise<void> {
	if (places.length === 0) return;
	const write = pageWriter(database, reader);
	const size = Math.ceil(places.length / jobs);
	let done = 0;
	const take = (rows: PageRow[]): void => {
		write(rows);
		done += rows.length;
		progress.update(done, places.length);
	};
	const shares = Array.from({ length: jobs }, (_, n) => places.slice(n * size, (n + 1) * size));
	await allDone(
		shares
			.filter((share) => share.length > 0)
			.map((share) => runThread(WORKER, { repository, places: share } satisfies ReadJob, take)),
	);
	progress.end();
}

import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../src/errors.ts';
import { count } from '../lib/output.ts';
import type { Progress } from '../lib/progress.ts';
import { weigh } from './parts.ts';
import type { Part } from './plan-parts.ts';
import type { IndexJob, IndexNews } from './worker.ts';

export interface WritePartsOptions {
	site: string;
	/** The folder that gets a folder per part. */
	output: string;
	/** Parts that are written at once. */
	jobs: number;
	progress: Progress;
}

/**
 * Writes every part, the heaviest first.
 *
 * @throws MirrorError naming the first that failed, when those under way have ended
 */
export async function writeParts(
	parts: readonly Part[],
	{ site, output, jobs, progress }: WritePartsOptions,
): Promise<void> {
	const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
	const queue = parts.toSorted((a, b) => weigh(b.pages) - weigh(a.pages));
	let done = 0;
	const take = (news: IndexNews): void => progress.update((done += news), total);
	const workOff = async (): Promise<void> => {
		for (let part = queue.shift(); part; part = queue.shift()) {
			const pages = part.pages.map(({ kind, id }) => ({ kind, id }));
			await writePart({ site, pages, output: path.join(output, part.folder) }, take);
		}
	};
	const guarded = () =>
		workOff().catch((error: unknown) => {
			queue.length = 0;
			throw error;
		});
	const outcomes = await Promise.allSettled(Array.from({ length: jobs }, guarded));
	progress.end();
	for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** One index in a thread of its own, and so with a Pagefind process of its own. */
function writePart(job: IndexJob, take: (news: IndexNews) => void): Promise<void> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job });
	return new Promise((resolve, reject) => {
		const fail = (why: string, cause?: unknown): void =>
			reject(
				new MirrorError(
					`Pagefind could not index ${count(job.pages.length, 'page')} into ${job.output}: ${why}`,
					'See that 4 GB of memory and some disk are free, then run ' +
						'`npm run mirror -- --from index`.',
					{ cause },
				),
			);
		worker.on('message', take);
		worker.on('error', (error: unknown) => fail(String(error), error));
		worker.on('exit', (code) =>
			code === 0 ? resolve() : fail('its process ended before it was done.'),
		);
	});
}

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
	/** Excerpts of all results are left out. */
	dropsTexts: boolean;
	/** Parts that are written at once. */
	jobs: number;
	progress: Progress;
}

/**
 * Writes every part, the heaviest first, and gives the different words of each.
 *
 * @throws MirrorError naming the first that failed, when those under way have ended
 */
export async function writeParts(
	parts: readonly Part[],
	{ site, output, dropsTexts, jobs, progress }: WritePartsOptions,
): Promise<Map<Part, string>> {
	const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
	const queue = parts.toSorted((a, b) => weigh(b.pages) - weigh(a.pages));
	const words = new Map<Part, string>();
	let done = 0;
	const workOff = async (): Promise<void> => {
		for (let part = queue.shift(); part; part = queue.shift()) {
			const { holds, folder, pages } = part;
			const written = await writePart(
				{ site, holds, pages, dropsTexts, output: path.join(output, folder) },
				(read) => progress.update((done += read), total),
			);
			words.set(part, written);
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
	return words;
}

/** One index in a thread of its own, and so with a Pagefind process of its own; gives its words. */
function writePart(job: IndexJob, take: (read: number) => void): Promise<string> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job });
	return new Promise((resolve, reject) => {
		let words: string | undefined;
		const fail = (why: string, cause?: unknown): void =>
			reject(
				new MirrorError(
					`Pagefind could not index ${count(job.pages.length, 'page')} into ${job.output}: ${why}`,
					'See that 4 GB of memory and some disk are free, then run ' +
						'`npm run mirror -- --from index`.',
					{ cause },
				),
			);
		worker.on('message', (news: IndexNews) => {
			if ('read' in news) take(news.read);
			else words = news.words;
		});
		worker.on('error', (error: unknown) => fail(String(error), error));
		worker.on('exit', (code) =>
			code === 0 && words !== undefined
				? resolve(words)
				: fail('its process ended before it was done.'),
		);
	});
}

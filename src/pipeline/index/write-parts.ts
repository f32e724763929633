import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../core/errors.ts';
import { count } from '../../cli/output.ts';
import type { Progress } from '../../cli/progress.ts';
import { runWithin } from './run-within.ts';
import { REASONS } from './left-out-pages.ts';
import { indexingBytes, weigh } from './parts.ts';
import type { Part } from './plan-parts.ts';
import type { IndexDone, IndexJob, IndexNews } from './worker.ts';

export interface WritePartsOptions {
	site: string;
	/** The folder that gets a subfolder per part. */
	output: string;
	/** Leave out the excerpts of all results. */
	dropsTexts: boolean;
	/** How many parts to write at once, if memory allows. */
	jobs: number;
	/** Bytes of memory that may be used. */
	memory: number;
	progress: Progress;
}

/** The result of a part: its pages are those planned, or some of them if it was split. */
export interface WrittenPart extends Part, IndexDone {}

/** How often a part is halved when Pagefind fails on it. */
const MOST_CUTS = 3;

/**
 * Writes every part, the heaviest first, as many at once as memory allows. A part on which Pagefind fails
 * is tried again in two halves, down to eighths; what still fails is left out.
 *
 * @returns parts in the planned order, including those that end up without a page
 * @throws MirrorError when nothing at all could be indexed
 */
export async function writeParts(
	parts: readonly Part[],
	{ site, output, dropsTexts, jobs, memory, progress }: WritePartsOptions,
): Promise<WrittenPart[]> {
	const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
	const written = new Map<Part, WrittenPart[]>();
	let done = 0;
	let failure: Error | undefined;

	const write = async (part: Part, cuts = 0): Promise<WrittenPart[]> => {
		const { holds, folder, pages } = part;
		const job = { site, holds, pages, dropsTexts, output: path.join(output, folder) };
		let read = 0;
		try {
			const news = await writePart(job, (more) => progress.update(done + (read += more), total));
			done += pages.length;
			return [{ ...part, ...news }];
		} catch (error) {
			failure ??= error as MirrorError;
			await rm(job.output, { recursive: true, force: true });
			if (cuts === MOST_CUTS || pages.length === 1) return [leftOut(part)];
			const half = Math.ceil(pages.length / 2);
			const first = { holds, folder: `${folder}a`, pages: pages.slice(0, half) };
			const second = { holds, folder: `${folder}b`, pages: pages.slice(half) };
			return [...(await write(first, cuts + 1)), ...(await write(second, cuts + 1))];
		}
	};
	await runWithin(
		parts.toSorted((a, b) => weigh(b.pages) - weigh(a.pages)),
		{ jobs, budget: memory, cost: ({ pages }) => indexingBytes(pages) },
		async (part) => void written.set(part, await write(part)),
	);
	progress.end();
	const all = parts.flatMap((part) => written.get(part) ?? []);
	if (failure && !all.some(({ indexed }) => indexed > 0)) throw failure;
	return all;
}

function leftOut(part: Part): WrittenPart {
	const pages = part.pages.map(({ kind, id }) => ({ kind, id, reason: REASONS.failed }));
	return { ...part, words: '', indexed: 0, leftOut: pages };
}

/** Writes one index in a thread of its own, and so with a Pagefind process of its own. */
function writePart(job: IndexJob, take: (read: number) => void): Promise<IndexDone> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job });
	return new Promise((resolve, reject) => {
		let done: IndexDone | undefined;
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
			else done = news;
		});
		worker.on('error', (error: unknown) => fail(String(error), error));
		worker.on('exit', (code) =>
			code === 0 && done ? resolve(done) : fail('its process ended before it was done.'),
		);
	});
}

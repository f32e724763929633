import { Worker } from 'node:worker_threads';
import type { Progress } from '../../../cli/progress.ts';
import type { CheckedPage } from './check-page.ts';
import type { Batch, LotDone, ReaderData } from './worker.ts';

const BATCH = 100;

export interface ReadPagesOptions extends ReaderData {
	jobs: number;
	progress: Progress;
	/** Called for each page, in no particular order. */
	take: (page: CheckedPage) => void;
}

/** Reads and checks every page of the site once, in `jobs` threads. */
export async function readPages({
	jobs,
	progress,
	take,
	...data
}: ReadPagesOptions): Promise<void> {
	const pages = [...data.site.files.keys()].filter((file) => file.endsWith('.html'));
	let given = 0;
	let done = 0;
	const nextBatch = (): Batch => pages.slice(given, (given += BATCH));
	const takeBatch = (lot: LotDone): void => {
		lot.forEach(take);
		progress.update((done += lot.length), pages.length);
	};
	await Promise.all(Array.from({ length: jobs }, () => readInThread(data, nextBatch, takeBatch)));
	progress.end();
}

/** One thread, which is given batches until none is left. */
function readInThread(
	data: ReaderData,
	nextLot: () => Batch,
	takeLot: (lot: LotDone) => void,
): Promise<void> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: data });
	return new Promise<void>((resolve, reject) => {
		const give = (): void => {
			const lot = nextLot();
			if (lot.length > 0) worker.postMessage(lot);
			else resolve();
		};
		worker.on('message', (lot: LotDone) => {
			takeLot(lot);
			give();
		});
		worker.on('error', reject);
		worker.on('exit', (code) => reject(new Error(`A reading thread ended with ${code}.`)));
		give();
	}).finally(() => worker.terminate());
}

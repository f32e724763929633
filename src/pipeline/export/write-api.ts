import { Worker } from 'node:worker_threads';
import { compareStrings } from '../../core/names.ts';
import { openStore } from '../../store/open.ts';
import { LeftOutBook, type LeftOut } from '../left-out.ts';
import type { Progress } from '../../cli/progress.ts';
import { silent } from '../../cli/progress.ts';
import { clearApiFiles } from './clear-api-files.ts';
import type { ExcludedFiles } from './excluded-files.ts';
import { batchSize, planBatches, type Batch } from './batches.ts';
import type { LotDone, WriterData } from './worker.ts';

export interface WriteApiOptions extends WriterData {
	/** Threads. */
	jobs: number;
	progress?: Progress;
}

export interface ExportResult {
	files: number;
	bytes: number;
	/** By group, with the XML of each counted on its own. */
	parts: Record<string, { files: number; bytes: number }>;
	/** What could not be made, for verify. */
	missing: ExcludedFiles[];
	/** The same, for the report. */
	leftOut: LeftOut[];
}

/**
 * Writes the chosen parts of the API into a built site, and removes files of an earlier choice. The output
 * depends only on store and options, byte for byte.
 */
export async function writeApi(options: WriteApiOptions): Promise<ExportResult> {
	const { jobs, progress = silent, ...data } = options;
	clearApiFiles(data.folder);
	const batches = planIn(data);
	const total = batches.reduce((sum, batch) => sum + batchSize(batch), 0);
	const parts: ExportResult['parts'] = {};
	const missing: ExcludedFiles[] = [];
	let done = 0;
	let given = 0;
	const take = (lot: Batch, written: LotDone): void => {
		for (const [what, { files, bytes }] of Object.entries(written.parts)) {
			const sum = (parts[what] ??= { files: 0, bytes: 0 });
			sum.files += files;
			sum.bytes += bytes;
		}
		missing.push(...written.leftOut);
		progress.update((done += batchSize(lot)), total);
	};
	const threads = Math.min(jobs, batches.length);
	await Promise.all(
		Array.from({ length: threads }, () => writeInThread(data, () => batches[given++], take)),
	);
	progress.end();
	missing.sort((a, b) => compareStrings(a.place, b.place));
	return { ...resultOf(parts), missing, leftOut: booked(missing) };
}

function planIn({ store: file, groups }: WriterData): Batch[] {
	const store = openStore(file);
	try {
		return planBatches(store, groups);
	} finally {
		store.close();
	}
}

/** One thread, which is given lots until none is left. */
function writeInThread(
	workerData: WriterData,
	nextLot: () => Batch | undefined,
	take: (lot: Batch, done: LotDone) => void,
): Promise<void> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData });
	let lot: Batch | undefined;
	return new Promise<void>((resolve, reject) => {
		const give = (): void => {
			lot = nextLot();
			if (lot) worker.postMessage(lot);
			else resolve();
		};
		worker.on('message', (done: LotDone) => {
			if (lot) take(lot, done);
			give();
		});
		worker.on('error', reject);
		worker.on('exit', (code) => reject(new Error(`A writing thread ended with ${code}.`)));
		give();
	}).finally(() => worker.terminate());
}

function resultOf(parts: ExportResult['parts']): Omit<ExportResult, 'missing' | 'leftOut'> {
	const sums = Object.values(parts);
	const files = sums.reduce((sum, part) => sum + part.files, 0);
	return {
		files,
		bytes: sums.reduce((sum, part) => sum + part.bytes, 0),
		parts: Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))),
	};
}

function booked(missing: readonly ExcludedFiles[]): LeftOut[] {
	const book = new LeftOutBook();
	for (const { place, fault } of missing)
		book.add(
			'api',
			`could not be written (${fault})`,
			place,
			place.slice(place.lastIndexOf('/') + 1),
		);
	return book.groups();
}

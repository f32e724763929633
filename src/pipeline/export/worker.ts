import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../store/open.ts';
import type { ExcludedFiles } from './excluded-files.ts';
import type { Batch } from './batches.ts';
import { SiteWriter } from './site-writer.ts';
import type { FileOptions } from './document-files.ts';
import { filesOfBatch } from './api-files.ts';

/** The input of a writing thread. */
export interface WriterData extends FileOptions {
	/** The folder of the site. */
	folder: string;
	/** The file of the store. */
	store: string;
}

/** The result of a lot. */
export interface LotDone {
	/** Files and bytes by group. */
	parts: Record<string, { files: number; bytes: number }>;
	leftOut: ExcludedFiles[];
}

const { folder, store: file, ...options } = workerData as WriterData;
const store = openStore(file);
const writer = new SiteWriter(folder);

parentPort?.on('message', (lot: Batch) => {
	const done: LotDone = { parts: {}, leftOut: [] };
	for (const file of filesOfBatch(store, lot, options)) {
		if ('fault' in file) {
			done.leftOut.push(file);
			continue;
		}
		const sum = (done.parts[file.what] ??= { files: 0, bytes: 0 });
		sum.files++;
		sum.bytes += writer.write(file.address, file.text);
	}
	parentPort?.postMessage(done);
});

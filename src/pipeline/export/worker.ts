import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../store/open.ts';
import type { LeftOutTwins } from './excluded-files.ts';
import type { Lot } from './batches.ts';
import { SiteWriter } from './site-writer.ts';
import type { TwinOptions } from './document-files.ts';
import { twinsOfLot } from './api-files.ts';

/** The input of a writing thread. */
export interface WriterData extends TwinOptions {
	/** The folder of the site. */
	folder: string;
	/** The file of the store. */
	store: string;
}

/** The result of a lot. */
export interface LotDone {
	/** Files and bytes by group. */
	parts: Record<string, { files: number; bytes: number }>;
	leftOut: LeftOutTwins[];
}

const { folder, store: file, ...options } = workerData as WriterData;
const store = openStore(file);
const writer = new SiteWriter(folder);

parentPort?.on('message', (lot: Lot) => {
	const done: LotDone = { parts: {}, leftOut: [] };
	for (const twin of twinsOfLot(store, lot, options)) {
		if ('fault' in twin) {
			done.leftOut.push(twin);
			continue;
		}
		const sum = (done.parts[twin.what] ??= { files: 0, bytes: 0 });
		sum.files++;
		sum.bytes += writer.write(twin.address, twin.text);
	}
	parentPort?.postMessage(done);
});

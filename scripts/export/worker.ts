import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../src/store/open.ts';
import type { Lot } from './lots.ts';
import { SiteWriter } from './site-writer.ts';
import { twinsOfLot, type TwinOptions } from './twins.ts';

/** What a writing thread is given. */
export interface WriterData extends TwinOptions {
	/** The folder of the site. */
	folder: string;
	/** The file of the store. */
	store: string;
}

/** What became of a lot: files and bytes by what they are. */
export type LotDone = Record<string, { files: number; bytes: number }>;

const { folder, store: file, ...options } = workerData as WriterData;
const store = openStore(file);
const writer = new SiteWriter(folder);

parentPort?.on('message', (lot: Lot) => {
	const done: LotDone = {};
	for (const { what, address, text } of twinsOfLot(store, lot, options)) {
		const sum = (done[what] ??= { files: 0, bytes: 0 });
		sum.files++;
		sum.bytes += writer.write(address, text);
	}
	parentPort?.postMessage(done);
});

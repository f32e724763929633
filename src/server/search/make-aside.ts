import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../core/errors.ts';

/** The input of worker.ts. */
export interface Order {
	storeFile: string;
	searchFile: string;
	/** Whether to show progress. */
	isTold: boolean;
}

/**
 * Makes the search file of a store in a thread of its own, so that requests are answered meanwhile.
 *
 * @throws MirrorError when it cannot be written where it belongs
 */
export function makeSearchAside(order: Order): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: order });
		worker
			.once('error', (error: Error) => reject(asProblem(error, order)))
			.once('exit', (code) => {
				if (code === 0) resolve();
				else reject(new Error(`The thread that makes the search ended with ${code}.`));
			});
	});
}

/** SQLite's codes for a read-only folder, and for one in which no file can be opened. */
const UNWRITABLE = [8, 14];

function asProblem(error: Error, { searchFile }: Order): Error {
	const code = 'errcode' in error ? error.errcode : undefined;
	if (!UNWRITABLE.includes(Number(code))) return error;
	return new MirrorError(
		`No file can be written in ${path.dirname(searchFile)}, where the search file is written beside the store.`,
		'Start the server as the user who runs `npm run mirror`, with that folder writable.',
		{ cause: error },
	);
}

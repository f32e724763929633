import { Worker } from 'node:worker_threads';

/** What worker.ts is given. */
export interface Order {
	storeFile: string;
	searchFile: string;
	/** Shows how far it is. */
	isTold: boolean;
}

/** Makes the search file of a store on a thread of its own: requests are answered meanwhile. */
export function makeSearchAside(order: Order): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: order });
		worker.once('error', reject).once('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`The thread that makes the search ended with ${code}.`));
		});
	});
}

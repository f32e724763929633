import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Runs a script in a thread of its own until it ends and passes on each message it posts, even if the
 * thread fails later.
 *
 * @throws what the thread throws, and what `take` throws: storing messages may meet a full disk
 */
export function runThread<Message>(
	script: URL,
	workerData: unknown,
	take: (message: Message) => void,
	resourceLimits: ResourceLimits = {},
): Promise<void> {
	const worker = new Worker(script, { workerData, resourceLimits });
	return new Promise((resolve, reject) => {
		let failure: Error | undefined;
		let isRefused = false;
		const fail = (error: unknown): void => {
			failure ??= error instanceof Error ? error : new Error(String(error));
		};
		worker.on('message', (message: Message) => {
			if (isRefused) return;
			try {
				take(message);
			} catch (error) {
				fail(error);
				isRefused = true;
				void worker.terminate();
			}
		});
		worker.on('error', fail);
		// Node delivers the last messages before it reports that the thread has ended.
		worker.on('exit', (code) => {
			if (failure) reject(failure);
			else if (code === 0) resolve();
			else reject(new Error(`A thread ended with ${code}.`));
		});
	});
}

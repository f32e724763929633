import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Runs a script in a thread of its own until it ends, and hands on each message that it posts.
 *
 * @throws what the thread throws, and what `take` does: a full disk is met where messages are kept
 */
export function runThread<Message>(
	script: URL,
	workerData: unknown,
	take: (message: Message) => void,
	resourceLimits: ResourceLimits = {},
): Promise<void> {
	const worker = new Worker(script, { workerData, resourceLimits });
	return new Promise((resolve, reject) => {
		const fail = (error: unknown): void => {
			reject(error instanceof Error ? error : new Error(String(error)));
			void worker.terminate();
		};
		worker.on('message', (message: Message) => {
			try {
				take(message);
			} catch (error) {
				fail(error);
			}
		});
		worker.on('error', fail);
		worker.on('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}.`)),
		);
	});
}

import { expect, it } from 'vitest';
import { runThread } from '../../../src/pipeline/ingest/run-thread.ts';

const script = (body: string): URL => new URL(`data:text/javascript,${encodeURIComponent(body)}`);
const POST = `import { parentPort, workerData } from 'node:worker_threads';
	for (const n of workerData) parentPort.postMessage(n);`;

it('hands on what a thread posts', async () => {
	const taken: number[] = [];
	await runThread<number>(script(POST), [1, 2, 3], (n) => taken.push(n));
	expect(taken).toEqual([1, 2, 3]);
});

it('fails with what keeping a message fails with, as on a full disk', async () => {
	const full = new Error('database or disk is full');
	const keep = (): void => {
		throw full;
	};
	await expect(runThread(script(POST), [1, 2], keep)).rejects.toBe(full);
});

it('fails with what the thread fails with', async () => {
	await expect(runThread(script('throw new Error("no")'), null, () => undefined)).rejects.toThrow(
		'no',
	);
});

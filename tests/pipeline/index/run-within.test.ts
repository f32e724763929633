import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runWithin } from '../../../src/pipeline/index/run-within.ts';

/** Runs items that cost what they are, and gives what was under way at each beginning. */
async function underWay(items: number[], jobs: number, budget: number): Promise<number[][]> {
	const now = new Set<number>();
	const seen: number[][] = [];
	await runWithin(items, { jobs, budget, cost: (item) => item }, async (item) => {
		now.add(item);
		seen.push([...now]);
		await setImmediate();
		now.delete(item);
	});
	return seen;
}

test('no more are under way than jobs, nor than the budget allows', async () => {
	expect(await underWay([1, 2, 3, 4], 2, 100)).toEqual([[1], [1, 2], [2, 3], [3, 4]]);
	expect(await underWay([9, 8, 2], 2, 11)).toEqual([[9], [9, 2], [2, 8]]);
});

test('what costs more than the budget runs alone', async () => {
	expect(await underWay([5, 50], 4, 10)).toEqual([[5], [50]]);
});

test('the first failure is thrown when all have ended, and nothing is begun after it', async () => {
	const ended: number[] = [];
	const run = async (item: number): Promise<void> => {
		await setImmediate();
		ended.push(item);
		if (item === 1) throw new Error('one');
	};
	const bounds = { jobs: 2, budget: 9, cost: () => 1 };
	await expect(runWithin([1, 2, 3], bounds, run)).rejects.toThrow('one');
	expect(ended).toEqual([1, 2]);
});

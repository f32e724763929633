import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapConcurrently } from '../../src/dumps/map-concurrently.ts';

test('results stand in the order of the things, whichever is done first', async () => {
	const things = [5, 1, 4, 2, 3];
	const work = (n: number) => setTimeout(n, n * 10);
	expect(await mapConcurrently(things, work)).toEqual([50, 10, 40, 20, 30]);
	expect(await mapConcurrently([], work)).toEqual([]);
});

test('a failure is thrown when what had begun has ended, and no more is begun', async () => {
	const begun: number[] = [];
	const ended: number[] = [];
	const work = async (n: number) => {
		begun.push(n);
		if (n === 1) throw new Error('The disk is full.');
		await setTimeout(20);
		ended.push(n);
	};
	await expect(mapConcurrently([1, 2, 3, 4, 5], work)).rejects.toThrow('The disk is full.');
	expect(begun).toEqual([1, 2, 3]);
	expect(ended).toEqual([2, 3]);
});

import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import {
	addBook,
	addSet,
	changeSet,
	changeTune,
	keepTune,
	MINE_CHANNEL,
	orderSets,
	readBook,
	readTune,
	removeSet,
	removeTune,
	restoreSet,
} from '../../../src/elements/my-tunes/book/book.ts';
import { MINE_DATABASE } from '../../../src/elements/my-tunes/book/open-mine.ts';

beforeEach(() => deleteDB(MINE_DATABASE));

const HERON = { tune: 27, setting: 41, name: 'The Heron', type: 'reel', key: 'E dorian' };
const BARE = { tune: 27, setting: null, name: 'Heron', type: 'reel', key: 'D major' };

test('keeping a tune again takes the setting and leaves note and dates', async () => {
	await keepTune(BARE);
	await changeTune(27, () => ({ note: 'slow', practised: ['2026-11-14'] }));
	expect(await keepTune(HERON)).toMatchObject({
		...HERON,
		note: 'slow',
		practised: ['2026-11-14'],
	});
	expect(await keepTune(BARE)).toMatchObject(HERON);
});

test('a tune that is gone is not brought back by a late change', async () => {
	await keepTune(HERON);
	const removed = await removeTune(27);
	expect(await changeTune(27, () => ({ note: 'late' }))).toBeUndefined();
	expect(await readTune(27)).toBeUndefined();
	await addBook({ tunes: [removed!], sets: [] });
	expect(await readTune(27)).toEqual(removed);
});

test('sets keep the order that they are put in, and come back where they were', async () => {
	const [a, b, c] = [await addSet('a', [HERON]), await addSet('b', []), await addSet('c', [])];
	await orderSets([c.id, a.id, b.id]);
	const names = async () => (await readBook()).sets.map(({ name }) => name);
	expect(await names()).toEqual(['c', 'a', 'b']);
	const [, kept] = (await readBook()).sets;
	await removeSet(a.id);
	expect(await changeSet(a.id, () => ({ name: 'late' }))).toBeUndefined();
	await restoreSet(kept!);
	expect(await names()).toEqual(['c', 'a', 'b']);
});

test('a book is added whole or not at all', async () => {
	await keepTune(HERON);
	const bad = { tune: 28, setting: null } as never;
	await expect(addBook({ tunes: [bad], sets: [{ id: Symbol('x') } as never] })).rejects.toThrow();
	expect((await readBook()).tunes.map(({ tune }) => tune)).toEqual([27]);
});

test('other tabs are told', async () => {
	const channel = new BroadcastChannel(MINE_CHANNEL);
	const told = new Promise((resolve) => (channel.onmessage = resolve));
	await keepTune(HERON);
	await told;
	channel.close();
});

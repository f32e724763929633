import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepTune, readBook } from '../../../src/elements/my-tunes/book/book.ts';
import { MINE_DATABASE, openMine } from '../../../src/elements/my-tunes/book/open-mine.ts';

beforeEach(() => deleteDB(MINE_DATABASE));

const REF = { tune: 27, setting: 41, name: 'The Heron', type: 'reel', key: 'E dorian' };

/** The database as version 1 wrote it. */
async function openVersion1(favourites: unknown) {
	const old = await openDB(MINE_DATABASE, 1, {
		upgrade: (database) => void database.createObjectStore('favourites'),
	});
	await old.put('favourites', favourites, 'tunes');
	return old;
}

test('the favourites of version 1 are tunes of the book', async () => {
	(await openVersion1([27, 198, 27, 'x', -1])).close();
	const { tunes, sets } = await readBook();
	expect(
		tunes.map(({ tune, setting, note, practised }) => [tune, setting, note, practised]),
	).toEqual([
		[27, null, '', []],
		[198, null, '', []],
	]);
	expect(tunes.every(({ added }) => !Number.isNaN(Date.parse(added)))).toBe(true);
	expect(sets).toEqual([]);
	const mine = await openMine();
	expect([...mine.objectStoreNames]).toEqual(['sets', 'tunes']);
	mine.close();
});

test('a broken record of version 1 does not keep the book from opening', async () => {
	(await openVersion1('nonsense')).close();
	expect(await readBook()).toEqual({ tunes: [], sets: [] });
});

test('another tab that holds the older form open is told of, and nothing is lost', async () => {
	const old = await openVersion1([27]);
	await expect(readBook()).rejects.toThrow(/Close the other tabs/);
	old.close();
	expect((await readBook()).tunes.map(({ tune }) => tune)).toEqual([27]);
});

test('a book of a newer version is left alone', async () => {
	(await openDB(MINE_DATABASE, 99)).close();
	await expect(keepTune(REF)).rejects.toThrow(/newer version/);
	const newer = await openDB(MINE_DATABASE, 99);
	expect(newer.version).toBe(99);
	newer.close();
});

test('what the browser refuses is told in a sentence', async () => {
	const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('denied', 'SecurityError');
	});
	await expect(keepTune(REF)).rejects.toThrow(/private window/);
	opening.mockRestore();
});

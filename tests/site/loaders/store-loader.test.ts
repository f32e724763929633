import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { storeLoader } from '../../../src/site/loaders/store-loader.ts';
import { openStore } from '../../../src/store/open.ts';
import { madeStore } from '../../store/made-store.ts';

function contextOf(entries: Map<string, unknown>): LoaderContext {
	return {
		store: {
			keys: () => [...entries.keys()],
			get: (id: string) => entries.get(id),
			set: (entry: { id: string }) => entries.set(entry.id, entry),
			delete: (id: string) => entries.delete(id),
		},
		parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
		generateDigest: (text: string) => `digest of ${text}`,
		logger: { info: () => undefined },
	} as unknown as LoaderContext;
}

const store = madeStore({
	tune: [
		{ id: 7, name: 'The Lantern' },
		{ id: 8, name: 'The Ford' },
	],
});

test('a collection holds what the store holds, and nothing that is gone', async () => {
	const kept = { id: '7', data: 'untouched', digest: 'digest of The Lantern' };
	const entries = new Map<string, unknown>([
		['7', kept],
		['99', { id: '99' }],
	]);
	await storeLoader('tunes', store).load(contextOf(entries));
	expect([...entries.keys()]).toEqual(['7', '8']);
	expect(entries.get('7')).toBe(kept);
	expect(entries.get('8')).toMatchObject({ data: { name: 'The Ford' } });
});

test('a collection that lost an entry is a fault', async () => {
	const entries = new Map<string, unknown>();
	const context = contextOf(entries);
	context.store.set = () => false;
	await expect(storeLoader('tunes', store).load(context)).rejects.toThrow(
		'The collection of tunes has 0 entries for 2 rows of the store.',
	);
});

test('a store that is not there says what to run', () => {
	expect(() => openStore('/nowhere/store.sqlite')).toThrow('There is no store at /nowhere');
});

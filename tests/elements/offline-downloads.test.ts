import { expect, test } from 'vitest';
import { Downloads, type Fetcher } from '../../src/elements/offline/downloads.ts';

type Options = Parameters<Fetcher['fetchPack']>[1];

/** A fetcher whose downloads end when the test says so. */
function heldFetcher() {
	const asked: { id: string; options: Options; end: () => void; fail: (error: Error) => void }[] =
		[];
	const beside: string[] = [];
	const fetcher: Fetcher = {
		fetchPack: (id, options) =>
			new Promise((resolve, reject) => {
				options.signal.addEventListener('abort', () => reject(new Error('paused')));
				asked.push({ id, options, end: resolve, fail: reject });
			}),
		companionsOf: () => Promise.resolve(['names']),
		keepCompanion: (companion) => Promise.resolve(void beside.push(companion)),
	};
	return { fetcher, asked, beside };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('packs come one after the other, each with what it needs', async () => {
	const { fetcher, asked, beside } = heldFetcher();
	const downloads = new Downloads(fetcher);
	downloads.start('a');
	downloads.start('b');
	downloads.start('a');
	expect(asked.map(({ id }) => id)).toEqual(['a']);
	asked[0]?.options.onProgress(10, 40);
	expect(downloads.of('a')?.progress).toMatchObject({ done: 10, total: 40 });
	expect(downloads.of('b')).toEqual({});
	asked[0]?.end();
	await settled();
	expect(downloads.of('a')).toBeUndefined();
	expect(beside).toEqual(['names']);
	expect(asked.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a failure is told until it is tried again, and keeps nothing up', async () => {
	const { fetcher, asked } = heldFetcher();
	const downloads = new Downloads(fetcher);
	downloads.start('a');
	downloads.start('b');
	asked[0]?.fail(new Error('No room.'));
	await settled();
	expect(downloads.of('a')).toEqual({ failure: 'No room.' });
	expect(asked).toHaveLength(2);
	asked[1]?.end();
	await settled();
	downloads.start('a');
	expect(downloads.of('a')).toEqual({});
});

test('a pause is no failure, and may be taken back at once', async () => {
	const { fetcher, asked } = heldFetcher();
	const downloads = new Downloads(fetcher);
	downloads.start('a');
	downloads.start('b');
	downloads.pause('b');
	downloads.pause('a');
	expect(downloads.of('a')).toBeUndefined();
	downloads.start('a');
	await settled();
	expect(asked.map(({ id }) => id)).toEqual(['a', 'a']);
	expect(downloads.of('a')).toEqual({});
	expect(downloads.of('b')).toBeUndefined();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptJson } from '../../src/elements/kept-files.ts';

const NAMES = 'names';
/** What is kept, by address. */
let kept: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
	vi.useFakeTimers();
	kept = new Map();
	isFull = false;
	vi.stubGlobal('caches', { open: () => Promise.resolve(cache()) });
	vi.stubGlobal('location', new URL('https://mirror.example/'));
	vi.stubGlobal('navigator', { onLine: true });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('a new version takes the place of the old one', async () => {
	kept.set(address('a', 1), '"old"');
	answer(() => new Response('"new"'));
	expect(await keptJson(address('a', 2), NAMES)).toBe('new');
	expect([...kept]).toEqual([[address('a', 2), '"new"']]);
});

test.each([
	['breaks off', () => new Response(broken())],
	['is none of ours', () => new Response('<p>Welcome to the hotel')],
	['is missing', () => new Response('', { status: 504 })],
])('a new version that %s costs nothing that is kept', async (how, answers) => {
	kept.set(address(how, 1), '"old"');
	answer(answers);
	expect(await keptJson(address(how, 2), NAMES)).toBe('old');
	expect([...kept]).toEqual([[address(how, 1), '"old"']]);
});

test('a full disk costs neither the answer nor what is kept', async () => {
	kept.set(address('full', 1), '"old"');
	isFull = true;
	answer(() => new Response('"new"'));
	expect(await keptJson(address('full', 2), NAMES)).toBe('new');
	expect([...kept]).toEqual([[address('full', 1), '"old"']]);
});

test('a version that takes for ever is waited for three seconds, and kept when it comes', async () => {
	kept.set(address('slow', 1), '"old"');
	let come: (response: Response) => void = () => undefined;
	vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (come = resolve)));
	let told: unknown;
	const asked = keptJson(address('slow', 2), NAMES).then((value) => (told = value));
	await vi.advanceTimersByTimeAsync(2900);
	expect(told).toBeUndefined();
	await vi.advanceTimersByTimeAsync(200);
	expect(told).toBe('old');
	come(new Response('"new"'));
	await asked;
	await vi.waitFor(() => expect(kept.get(address('slow', 2))).toBe('"new"'));
	expect(kept.size).toBe(1);
});

test('without a network nothing is asked', async () => {
	const fetch = vi.fn();
	vi.stubGlobal('fetch', fetch);
	vi.stubGlobal('navigator', { onLine: false });
	kept.set(address('cut', 1), '"old"');
	expect(await keptJson(address('cut', 2), NAMES)).toBe('old');
	await expect(keptJson(address('never', 1), NAMES)).rejects.toThrow(TypeError);
	expect(fetch).not.toHaveBeenCalled();
});

function address(name: string, version: number): string {
	return `https://mirror.example/${encodeURIComponent(name)}.json?v=${version}`;
}

function answer(answers: () => Response): void {
	vi.stubGlobal('fetch', () => Promise.resolve(answers()));
}

function broken(): ReadableStream {
	return new ReadableStream({
		start(body) {
			body.enqueue(new TextEncoder().encode('"ne'));
			body.error(new TypeError('network error'));
		},
	});
}

/** As much of the browser's as is asked for. */
function cache() {
	const bare = (url: string): string => url.replace(/\?.*/, '');
	return {
		match: (url: string, { ignoreSearch = false } = {}) => {
			const found = [...kept].find(([key]) =>
				ignoreSearch ? bare(key) === bare(url) : key === url,
			);
			return Promise.resolve(found && new Response(found[1]));
		},
		keys: (url: string) =>
			Promise.resolve(
				[...kept.keys()].filter((key) => bare(key) === bare(url)).map((key) => ({ url: key })),
			),
		delete: ({ url }: { url: string }) => Promise.resolve(kept.delete(url)),
		put: async (url: string, response: Response) => {
			if (isFull) throw new Error('QuotaExceededError');
			kept.set(url, await response.text());
		},
	};
}

import { afterEach, expect, test, vi } from 'vitest';
import { PlaceFiles } from '../../src/elements/nearby/place-files.ts';
import { encodePlaces } from '../../src/search/places/geo-file.ts';
import { GEO_VERSION } from '../../src/search/places/geo-index.ts';
import { placeKey, type Place } from '../../src/search/places/place.ts';
import { session } from '../search/places/places.ts';

const BOX = { south: 50, west: -10, north: 55, east: -5 };

afterEach(() => vi.unstubAllGlobals());

test('a region that failed is tried again only when that is asked', async () => {
	const site = serve({ 'index.json': index({ ireland: 'a' }) });
	const files = open('/failing/');
	await files.need(null);
	await files.need(null);
	await files.fillUp();
	expect(site.asked('ireland.json')).toBe(1);
	expect(files.missing(BOX)).toEqual(['Ireland']);
	expect(files.isComplete(null)).toBe(true);
	site.files['ireland.json'] = file('a', [session()]);
	await files.need(null, { again: true });
	expect(files.missing(BOX)).toEqual([]);
	expect(keys(files)).toEqual(['sessions/1']);
});

test('an older list with newer files is read anew, and nothing is lost or doubled', async () => {
	const site = serve({
		'index.json': index({ 'usa.1': 'a', 'usa.2': 'a', gone: 'a', wales: 'a' }),
		'wales.json': file('a', [session({ id: 9 })]),
	});
	const files = open('/newer/');
	await files.need({ south: -5, west: 0, north: 0, east: 1 });
	// The week turns: a place moves from one part to the other, a country goes, another comes.
	Object.assign(site.files, {
		'index.json': index({ 'usa.1': 'b', 'usa.2': 'b', wales: 'a', new: 'b' }),
		'usa.1.json': file('b', [session({ id: 1 }), session({ id: 2 })]),
		'usa.2.json': file('b', [session({ id: 3 })]),
		'new.json': file('b', [session({ id: 4 })]),
	});
	await files.need(null);
	expect(keys(files)).toEqual([1, 2, 3, 4, 9].map((id) => `sessions/${id}`));
	expect(files.missing(null)).toEqual([]);
	expect(site.asked('index.json')).toBe(2);
	expect(site.asked('wales.json')).toBe(1);
});

test('without a newer list, what there is counts, each place once', async () => {
	serve({
		'index.json': index({ 'usa.1': 'a', 'usa.2': 'a' }),
		'usa.1.json': file('a', [session({ id: 1 }), session({ id: 2 })]),
		'usa.2.json': file('b', [session({ id: 2 }), session({ id: 3 })]),
	});
	const files = open('/mixed/');
	await files.fillUp();
	expect(keys(files)).toEqual(['sessions/1', 'sessions/2', 'sessions/3']);
});

test('a list that could not be read is read again', async () => {
	const site = serve({ 'index.json': { version: 99 } });
	const files = open('/broken/');
	await expect(files.need(null)).rejects.toThrow('version 99');
	expect(files.isComplete(null)).toBe(false);
	site.files['index.json'] = index({});
	await files.need(null);
	expect(files.isComplete(null)).toBe(true);
});

function open(folder: string): PlaceFiles {
	return new PlaceFiles(folder, () => undefined);
}

function keys({ places }: PlaceFiles): string[] {
	return places.map(placeKey).sort();
}

function index(digests: Record<string, string>): unknown {
	const regions = Object.entries(digests).map(([name, digest]) => ({
		file: name,
		digest,
		country: name === 'ireland' ? 'Ireland' : name,
		sessions: 1,
		events: 0,
		box: BOX,
	}));
	return { version: GEO_VERSION, regions, unplaced: { sessions: 0, events: 0 } };
}

function file(digest: string, places: Place[]): unknown {
	return { digest, ...encodePlaces(places) };
}

/** Answers for the site with these files, whatever the query. */
function serve(files: Record<string, unknown>): {
	files: Record<string, unknown>;
	asked: (name: string) => number;
} {
	const asked: string[] = [];
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('fetch', (url: string) => {
		const name = /[^/?]+(?=\?|$)/.exec(url)?.[0] ?? '';
		asked.push(name);
		const found = files[name];
		return Promise.resolve(
			found === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(found)),
		);
	});
	return { files, asked: (name) => asked.filter((one) => one === name).length };
}

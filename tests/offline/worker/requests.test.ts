import { expect, test } from 'vitest';
import { errandOf } from '../../../src/offline/worker/requests.ts';

const ROOT = 'https://mirror.example/session-mirror/';

test.each([
	['', '/'],
	['index.html', '/'],
	['tunes/27', '/tunes/27'],
	['tunes/27.html', '/tunes/27'],
	['tunes/', '/tunes/'],
	['tunes/index.html', '/tunes/'],
	['search?q=a.b#there', '/search'],
	['nearby?place=St.%20Ives', '/nearby'],
	['sessions/countries/ireland/area-2', '/sessions/countries/ireland/area-2'],
])('%s is the page %s', (path, address) => {
	expect(errand(path)).toEqual({ kind: 'page', address });
});

test.each([
	['_astro/AbC.js', 'file'],
	['fonts/young-serif.woff2', 'file'],
	['mark.svg', 'file'],
	['app.webmanifest', 'file'],
	['build.json', 'facts'],
	['sound/flute/60.mp3', 'sound'],
	['pagefind/parts.json', 'left'],
	['names/popular.1.json?tag', 'left'],
	['packs/none', 'left'],
	['events/12.ics', 'left'],
	['tunes/27.json', 'left'],
	['discussions/xml/12.xml', 'left'],
	['tunes/new/2.json', 'left'],
	['comments.rss', 'left'],
	['changes/feed.atom', 'left'],
	['tunes/27?format=json', 'left'],
	['tunes/search?q=heron&format=xml#top', 'left'],
	['search?q=format', 'page'],
	['tunes/27?platform=json#?format=json', 'page'],
	['sitemap-index.xml', 'left'],
	['sw.js', 'left'],
])('%s is a %s', (path, kind) => {
	expect(errand(path).kind).toBe(kind);
});

test('other sites, other methods and parts of files are left alone', () => {
	const get = { method: 'GET', headers: new Headers() };
	expect(errandOf({ ...get, url: 'https://tile.example/1' }, ROOT).kind).toBe('left');
	expect(errandOf({ ...get, url: 'https://mirror.example/other/' }, ROOT).kind).toBe('left');
	expect(errandOf({ ...get, method: 'POST', url: `${ROOT}tunes/1` }, ROOT).kind).toBe('left');
	const headers = new Headers({ range: 'bytes=0-' });
	expect(errandOf({ ...get, headers, url: `${ROOT}tunes/1` }, ROOT).kind).toBe('left');
	expect(errandOf({ ...get, headers, url: `${ROOT}sound/silence.mp3` }, ROOT).kind).toBe('sound');
});

function errand(path: string): ReturnType<typeof errandOf> {
	return errandOf({ method: 'GET', url: ROOT + path, headers: new Headers() }, ROOT);
}

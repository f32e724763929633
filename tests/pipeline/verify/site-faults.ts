import { deflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import { encodePlaces } from '../../../src/search/places/geo-file.ts';
import { GEO_VERSION } from '../../../src/search/places/geo-index.ts';
import type { Place } from '../../../src/search/places/place.ts';
import type { Fault } from './fault.ts';
import { page } from './site.ts';

/** Comments of which all are folded. */
const FOLD =
	'<section id=comments><ol></ol><folded-posts data-file=/session-mirror/discussions/folded/0.bin#1 ' +
	'data-count=1></folded-posts></section>';

/** Faults that show when pages, store and other files are compared. */
export const SITE_FAULTS: Fault[] = [
	{
		fault: 'a deleted page',
		make: (site) => site.remove('recordings/1.html'),
		issues: [
			'sitemap: sitemap-index.xml: https://mirror.example/session-mirror/recordings/1 is not a page to index',
			'things-and-pages: recordings/1.html: is in the store and has no page',
		],
	},
	{
		fault: 'a deleted member page',
		make: (site) =>
			site.change(`INSERT INTO member (slug, name, sort, letter)
			VALUES ('bo', 'Bo', 'bo', 'b'); UPDATE meta SET value = replace(value, '"members":1', '"members":2')`),
		issues: [
			'build-facts: build.json: differs from the facts of the store',
			'things-and-pages: members/bo.html: is in the store and has no page',
		],
	},
	{
		fault: 'a page of nothing',
		make: (site) =>
			site.change(`DELETE FROM drawing WHERE setting_id = 12; DELETE FROM setting WHERE id = 12;
				DELETE FROM tune WHERE id = 2`),
		issues: [
			'build-facts: store: 2 settings by its facts, 1 in its table',
			'build-facts: store: 2 tunes by its facts, 1 in its table',
			'things-and-pages: tunes/2.html: is not in the store',
		],
	},
	{
		fault: 'a missing comment anchor',
		make: (site) => site.edit('discussions/1.html', 'id="comment22"', ''),
		issues: ['missing-anchor: discussions/1.html: no id="comment22"'],
	},
	{
		fault: 'a comment that its page has the anchor of, and no page itself',
		make: (site) =>
			site.edit('discussions/1.html', '<div id="comment22"></div>', '<i id="comment22"></i>'),
		issues: ['missing-anchor: discussions/1.html: 0 comments of 1 on its pages'],
	},
	{
		fault: 'folded posts whose file is missing',
		make: (site) => site.edit('discussions/1.html', '<div id="comment22"></div>', FOLD),
		issues: [
			'folded-posts: discussions/1.html: of its folded posts, discussions/folded/0.bin is missing.',
			'missing-anchor: discussions/1.html: no id="comment22"',
		],
	},
	{
		fault: 'folded posts whose file is damaged',
		make(site) {
			site.edit('discussions/1.html', '<div id="comment22"></div>', FOLD);
			site.write('discussions/folded/0.bin', 'so it is');
		},
		issues: [
			'folded-posts: discussions/1.html: of its folded posts, discussions/folded/0.bin is damaged.',
			'missing-anchor: discussions/1.html: no id="comment22"',
		],
	},
	{
		fault: 'a dead link in folded posts',
		make(site) {
			site.edit('discussions/1.html', '<div id="comment22"></div>', FOLD);
			site.write(
				'discussions/folded/0.bin',
				deflateRawSync(
					'<!--1--><li id=comment22><p>Which?<p><a href=/session-mirror/members/bo>Bo</a>',
				),
			);
		},
		issues: ['dead-link: discussions/1.html: /session-mirror/members/bo leads nowhere'],
	},
	{
		fault: 'a missing setting anchor',
		make: (site) => site.edit('tunes/2.html', 'id="setting12"', 'id="setting1"'),
		issues: [
			'broken-anchor: recordings/1.html: #setting12 is not on tunes/2.html',
			'missing-anchor: tunes/2.html: no id="setting12"',
		],
	},
	{
		fault: 'a staff that is not on its page',
		make: (site) => site.edit('tunes/2.html', '<svg class=staff></svg>', ''),
		issues: ['missing-staff: tunes/2.html: 0 staves of 1'],
	},
	{
		fault: 'a staff on a page whose setting has none',
		make: (site) => site.change('UPDATE drawing SET svg = NULL WHERE setting_id = 12'),
		issues: ['missing-staff: tunes/2.html: 1 staff of 0'],
	},
	{
		fault: 'a broken anchor on the page itself',
		make: (site) => site.edit('tunes/1.html', '#comment21', '#comment23'),
		issues: ['broken-anchor: tunes/1.html: #comment23 is not on the page'],
	},
	{
		fault: 'a broken anchor elsewhere',
		make: (site) => site.edit('members/ann.html', '#comment21', '#comment23'),
		issues: ['broken-anchor: members/ann.html: #comment23 is not on tunes/1.html'],
	},
	{
		fault: 'a robots.txt that lets language models in',
		make: (site) => site.edit('robots.txt', 'ai-train=no', 'ai-train=yes'),
		issues: ['signals: robots.txt: is not what this site says to robots'],
	},
	{
		fault: 'no robots.txt',
		make: (site) => site.remove('robots.txt'),
		issues: ['signals: robots.txt: is missing'],
	},
	{
		fault: 'a reservation of another site',
		make: (site) => site.edit('.well-known/tdmrep.json', '"location":"/', '"location":"/x/'),
		issues: ['signals: .well-known/tdmrep.json: does not reserve this site'],
	},
	{
		fault: 'an llms.txt',
		make: (site) => site.write('tunes/llms-full.txt', '# Tunes'),
		issues: ['signals: tunes/llms-full.txt: is an invitation to language models'],
	},
	{
		fault: 'no file of headers',
		make: (site) => site.remove('_headers'),
		issues: ['headers: _headers: is missing'],
	},
	{
		fault: 'a page whose header says what it does not',
		make: (site) => site.edit('_headers', " 'wasm-unsafe-eval'", ''),
		issues: [
			expect.stringMatching(
				/^headers: search\.html: its Content-Security-Policy is default-src 'self';.*, not default-src 'self' 'wasm-unsafe-eval'/,
			) as string,
		],
	},
	{
		fault: 'a policy that two rules give',
		make: (site) =>
			site.edit('_headers', '\n\n', "\n  Content-Security-Policy: default-src 'none'\n\n"),
		issues: expect.arrayContaining([
			expect.stringMatching(
				/^headers: tunes\/1\.html: its Content-Security-Policy is default-src 'none' and default-src 'self'/,
			),
		]) as string[],
	},
	{
		fault: 'a page that no rule names',
		make: (site) => site.edit('_headers', '/session-mirror/members/*', '/members/*'),
		issues: [
			'headers: members/ann.html: its Cache-Control is missing, not public, max-age=0, must-revalidate',
			expect.stringMatching(
				/^headers: members\/ann\.html: its Content-Security-Policy is missing/,
			) as string,
		],
	},
	{
		fault: 'files that may be read by one origin only',
		make: (site) => {
			const rule = '/session-mirror/packs/*.pack\n';
			site.edit('_headers', rule, `${rule}  Access-Control-Allow-Origin: https://mirror.example\n`);
			site.write('packs/a.pack', '');
		},
		issues: expect.arrayContaining([
			'headers: packs/a.pack: its Access-Control-Allow-Origin is * and https://mirror.example, not *',
		]) as string[],
	},
	{
		fault: 'files that may be kept for ever and are not, and the other way round',
		make: (site) => {
			site.edit('_headers', '/session-mirror/_astro/*', '/session-mirror/fonts/*');
			site.write('_astro/a.woff2', '');
			site.write('fonts/a.woff2', '');
		},
		issues: [
			'headers: _astro/a.woff2: its Cache-Control is missing, not public, max-age=31536000, immutable',
			'headers: fonts/a.woff2: its Cache-Control is public, max-age=31536000, immutable, not public, max-age=0, must-revalidate',
		],
	},
	{
		fault: 'a page that is not in the sitemap',
		make: (site) => site.write('tunes/popular.html', page('Popular')),
		issues: ['sitemap: tunes/popular.html: is not in the sitemap'],
	},
	{
		fault: 'a page in the sitemap that is not to be indexed',
		make: (site) => site.edit('tunes/2.html', 'noarchive', 'noindex, noarchive'),
		issues: [
			'sitemap: sitemap-index.xml: https://mirror.example/session-mirror/tunes/2 is not a page to index',
		],
	},
	{
		fault: 'a sitemap of another site',
		make: (site) => site.edit('sitemap-index.xml', 'mirror.example', 'other.example'),
		issues: [
			...[
				'discussions/1',
				'events/1',
				'index',
				'licence',
				'members/ann',
				'recordings/1',
				'sessions/1',
			].map((name) => `sitemap: ${name}.html: is not in the sitemap`),
			'sitemap: sitemap-index.xml: https://other.example/session-mirror/sitemap-0.xml is not a sitemap of this site',
			...['tunes/1', 'tunes/2'].map((name) => `sitemap: ${name}.html: is not in the sitemap`),
		],
	},
	{
		fault: 'no sitemap',
		make: (site) => site.remove('sitemap-index.xml'),
		issues: ['sitemap: sitemap-index.xml: is missing'],
	},
	{
		fault: 'a sitemap too long',
		make: () => undefined,
		limits: { sitemapUrls: 3 },
		isTold: true,
		issues: ['sitemap-too-long: sitemap-0.xml: 10 URLs, more than 3'],
	},
	{
		fault: 'a page too large',
		make: (site) => site.edit('tunes/1.html', '</main>', `${'long '.repeat(500)}</main>`),
		limits: { pageBytes: 2500 },
		issues: [
			expect.stringMatching(
				/^page-too-large: tunes\/1\.html: 3\.\d KB, more than 2\.5 KB$/,
			) as string,
		],
	},
	{
		fault: 'a file too large',
		make: (site) => site.write('large.bin', '.'.repeat(20_000)),
		limits: { fileBytes: 19_000 },
		isTold: true,
		issues: ['file-too-large: large.bin: 20.0 KB, more than 19.0 KB'],
	},
	{
		fault: 'a folder too full',
		make: (site) => {
			for (let n = 0; n < 30; n++) site.write(`full/${n}.txt`, '');
		},
		limits: { folderFiles: 25 },
		isTold: true,
		issues: ['folder-too-full: full/: 30 files, more than 25'],
	},
	{
		fault: 'a site too large',
		make: () => undefined,
		limits: { siteBytes: 10_000 },
		isTold: true,
		issues: [
			expect.stringMatching(/^site-too-large: \/: \d+\.\d KB, more than 10\.0 KB$/) as string,
		],
	},
	{
		fault: 'a second stylesheet, and too much style',
		make: (site) => site.write('z.css', 'a { color: red }'),
		limits: { styleGzip: 50 },
		issues: [
			expect.stringMatching(/^style-budget: site\.css: \d+ B gzip, more than 50 B$/) as string,
			'style-budget: z.css: 2 stylesheets, more than 1',
		],
	},
	{
		fault: 'too much script through an import',
		make: (site) => site.write('part.js', `export const a="${noise(3000)}"`),
		limits: { scriptGzip: 1000 },
		issues: [
			expect.stringMatching(
				/^script-budget: 404\.html: \d\.\d KB gzip, more than 1\.0 KB$/,
			) as string,
		],
	},
	{
		fault: 'a tune page too large',
		make: () => undefined,
		limits: { tuneBytes: 500, tuneGzip: 100 },
		issues: [
			expect.stringMatching(
				/^tune-budget: tunes\/\d\.html: \d+ B gzip, more than 100 B$/,
			) as string,
			expect.stringMatching(/^tune-budget: tunes\/\d\.html: [^,]+, more than 500 B$/) as string,
		],
	},
	{
		fault: 'a build.json of another run',
		make: (site) => site.edit('build.json', '"good"', '"degraded"'),
		issues: ['build-facts: build.json: differs from the facts of the store'],
	},
	{
		fault: 'no build.json',
		make: (site) => site.remove('build.json'),
		issues: ['build-facts: build.json: is missing'],
	},
	{
		fault: 'a search index of other pages',
		make: (site) => {
			const parts = ['tunes-1', 'tunes-2'].map((folder) => ({ folder, holds: 'tunes' }));
			site.write('pagefind/parts.json', JSON.stringify({ parts }));
			for (const { folder } of parts)
				site.write(
					`pagefind/${folder}/pagefind-entry.json`,
					'{"languages":{"en":{"page_count":2}}}',
				);
		},
		issues: [
			'packs: packs/catalogue.json: is missing',
			'search-index: pagefind/comments: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/discussions: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/events: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/recordings: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/sessions: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/tunes: 4 pages and 0 left out; the store has 2 things',
			'shell: sw.js: is missing',
		],
	},
	{
		fault: 'a search index that lacks more than it says it left out',
		make: (site) => {
			const parts = [{ folder: 'tunes-1', holds: 'tunes' }];
			site.write('pagefind/parts.json', JSON.stringify({ parts }));
			site.write('pagefind/tunes-1/pagefind-entry.json', '{"languages":{"en":{"page_count":1}}}');
			const reason = 'there is no word in it';
			const lists = [
				{ holds: 'tunes', reason, things: ['tunes/2'] },
				{ holds: 'comments', reason, things: ['tunes/1'] },
				...['discussions', 'events', 'recordings'].map((holds) => ({
					holds,
					reason,
					things: [`${holds}/1`, `${holds}/1`],
				})),
			];
			site.write('pagefind/left-out.json', JSON.stringify(lists));
		},
		issues: [
			'packs: packs/catalogue.json: is missing',
			'search-index: pagefind/sessions: 0 pages and 0 left out; the store has 1 things',
			'shell: sw.js: is missing',
		],
	},
	{
		fault: 'an index without the files of places',
		make: (site) => {
			site.change(`UPDATE session SET latitude = 53, longitude = -9`);
			site.write('pagefind/parts.json', '{"parts":[]}');
		},
		issues: [
			'packs: packs/catalogue.json: is missing',
			'places: places/index.json: is missing',
			'search-index: pagefind/comments: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/discussions: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/events: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/recordings: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/sessions: 0 pages and 0 left out; the store has 1 things',
			'search-index: pagefind/tunes: 0 pages and 0 left out; the store has 2 things',
			'shell: sw.js: is missing',
		],
	},
	{
		fault: 'a file of places that cannot be read',
		make: (site) => {
			const box = { south: 52, west: -9.2, north: 54, east: -9 };
			const region = { file: 'unknown', digest: '', country: null, sessions: 0, events: 0, box };
			const unplaced = { sessions: 0, events: 0 };
			const index = { version: GEO_VERSION, regions: [region], unplaced };
			site.write('places/index.json', JSON.stringify(index));
			site.write('places/unknown.json', '{"version":99,"digest":""}');
		},
		issues: ['places: places/unknown.json: cannot be read: A file of places of version 99.'],
	},
	{
		fault: 'files of places that are not what the store says',
		make: (site) => {
			site.change(`INSERT INTO session (id, name, sort, latitude, longitude, comments, source)
				VALUES (2, 'The Weir', 'weir', 53.1, -9.2, 0, 'csv'), (3, 'The Quay', 'quay', 53.2, -9.1, 0, 'csv');
				UPDATE event SET starts = '2026-12-24 20:00:00', latitude = 53, longitude = -9;
				UPDATE meta SET value = replace(value, '"sessions":1', '"sessions":3')`);
			site.write('sessions/2.html', page('The Weir').replace('noarchive', 'noindex, noarchive'));
			site.write('sessions/3.html', page('The Quay').replace('noarchive', 'noindex, noarchive'));
			const spot = { longitude: -9.2, name: '', town: null, area: null, country: null };
			const known = { ...spot, kind: 'sessions' as const, added: null, days: 0, dates: null };
			const places = [2, 4].map((id): Place => ({ ...known, id, latitude: 51 + id }));
			const box = { south: 52, west: -9.2, north: 54, east: -9 };
			const region = { digest: '', country: null, sessions: 1, events: 0, box };
			const index = {
				version: GEO_VERSION,
				regions: ['unknown', 'gone'].map((file) => ({ file, ...region })),
				unplaced: { sessions: 1, events: 0 },
			};
			site.write('places/index.json', JSON.stringify(index));
			site.write('places/unknown.json', JSON.stringify(encodePlaces(places)));
			site.write('places/old.json', '{}');
		},
		limits: { placesGzip: 100 },
		issues: [
			'build-facts: build.json: differs from the facts of the store',
			expect.stringMatching(
				/^places-budget: places\/index\.json: \d+ B gzip, more than 100 B$/,
			) as string,
			expect.stringMatching(
				/^places-budget: places\/unknown\.json: \d+ B gzip, more than 100 B$/,
			) as string,
			'places: places/gone.json: is missing',
			'places: places/index.json: events/1 has a position and is in no file',
			'places: places/index.json: sessions/3 has a position and is in no file',
			'places: places/old.json: is not in the index',
			'places: places/unknown.json: 2 sessions, 1 by the index',
			'places: places/unknown.json: is not the one that the index means',
			'places: places/unknown.json: sessions/4 does not belong there, or is there twice',
			'places: places/unknown.json: sessions/4 has no page',
			"places: places/unknown.json: sessions/4 is outside the file's box",
		],
	},
	{
		fault: 'a worker of another build, and a shell that is too large',
		make: (site) => {
			site.write('_astro/names.json', '{"site.css":"AbC.css"}');
			site.write('_astro/AbC.css', 'body { margin: 0 }');
			site.write('sound/silence.mp3', '');
			site.write('sw.js', 'version:`0123456789abcdef`');
		},
		limits: { shellGzip: 100, styleFiles: 2 },
		issues: [
			'shell-budget: sw.js: 1.6 KB gzip, more than 100 B',
			'shell: sw.js: is of another build than the files it keeps',
		],
	},
	{
		fault: 'a worker without the names of the build',
		make: (site) => site.write('sw.js', ''),
		issues: ['shell: _astro/names.json: is missing'],
	},
];

/** Letters that do not compress well. */
function noise(length: number): string {
	let seed = 1;
	return Array.from({ length }, () => {
		seed = (seed * 48_271) % 2_147_483_647;
		return (seed % 36).toString(36);
	}).join('');
}

import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../scripts/ingest/assemble/nearby.ts';
import { csv, goodRows, type CsvRow, type TableName } from './csv.ts';
import { TestMirror, type Files } from './mirror.ts';
import {
	discussionPage,
	eventPage,
	recordingPage,
	sessionPage,
	tunePage,
	type CommentText,
} from './pages.ts';

// Small sources, whole ingests, and what then stands in the store. Rows are `goodRows(1)` but for what
// a test says; tune 1 has setting 1001, and a page of each kind stands in the archive.

const BASE = goodRows(1);
const row = (table: TableName, change: CsvRow): CsvRow => ({ ...BASE[table][0], ...change });
const tune = (id: number, setting: number, more: CsvRow = {}): CsvRow =>
	row('tunes', { tune_id: id, setting_id: setting, ...more });

const data = (tables: Partial<Record<TableName, CsvRow[]>> = {}): Files =>
	Object.fromEntries(
		Object.entries({ ...BASE, ...tables }).map(([name, rows]) => [
			`csv/${name}.csv`,
			csv(name as TableName, rows),
		]),
	);

const PAGES: Files = {
	'tunes/1/index.html': tunePage(1, [{ id: 1001 }]),
	'recordings/1/index.html': recordingPage(1, [{ tunes: [['The Heron’s', 1]] }]),
	'sessions/1/index.html': sessionPage(1),
	'events/1/index.html': eventPage(1),
	'discussions/1/index.html': discussionPage(1, [{ id: 1, html: '<p>First.</p>' }]),
};
const page = (path: string, content: string): Files => ({ [`${path}/index.html`]: content });

/** A mirror of these sources, first week. */
async function mirrored(
	tables: Parameters<typeof data>[0],
	pages: Files = {},
): Promise<TestMirror> {
	const mirror = new TestMirror();
	await mirror.week(data(tables), { ...PAGES, ...pages });
	return mirror;
}

describe('tunes', () => {
	it('take the order from the archive and the fields from the CSV', async () => {
		const mirror = await mirrored(
			{
				tunes: [
					tune(1, 1001, { mode: 'Edorian', username: 'From CSV', date: '2020-01-01 00:00:00' }),
					tune(1, 1002, { abc: 'only in CSV', username: '' }),
					tune(1, 1003, { composer: 'Somebody' }),
					tune(1, 1000, { name: 'Renamed' }),
				],
			},
			page('tunes/1', tunePage(1, [{ id: 1003 }, { id: 1009, key: 'F#min' }, { id: 1001 }])),
		);
		expect(
			mirror.rows('SELECT id, position, mode, source, date FROM setting ORDER BY position'),
		).toEqual([
			{ id: 1003, position: 1, mode: 'Gmajor', source: 'both', date: '2021-05-02 10:11:12' },
			{ id: 1009, position: 2, mode: 'F#minor', source: 'archive', date: '2021-05-02 10:11:12' },
			{ id: 1001, position: 3, mode: 'Edorian', source: 'both', date: '2020-01-01 00:00:00' },
			{ id: 1002, position: 4, mode: 'Gmajor', source: 'csv', date: '2021-05-02 10:11:12' },
			{ id: 1000, position: 5, mode: 'Gmajor', source: 'csv', date: '2021-05-02 10:11:12' },
		]);
		expect(mirror.rows('SELECT * FROM tune')).toEqual([
			{
				id: 1,
				name: 'The Heron 1',
				raw_name: 'Heron 1, The',
				sort: 'heron 1',
				letter: 'h',
				type: 'reel',
				composer: 'Somebody',
				tunebooks: 11,
				settings: 5,
				recordings: 1,
				sets: 1,
				comments: 0,
				date: '2020-01-01 00:00:00',
				source: 'both',
			},
		]);
	});

	it('stand when only one source has them', async () => {
		const mirror = await mirrored(
			{ tunes: [tune(1, 1001), tune(2, 1002)] },
			page('tunes/3', tunePage(3, [{ id: 1003 }], [{ id: 5, html: 'x' }], 'Heron’s, The')),
		);
		expect(
			mirror.rows('SELECT id, name, source, settings, tunebooks, comments FROM tune ORDER BY id'),
		).toEqual([
			{ id: 1, name: 'The Heron 1', source: 'both', settings: 1, tunebooks: 11, comments: 0 },
			{ id: 2, name: 'The Heron 1', source: 'csv', settings: 1, tunebooks: 0, comments: 0 },
			{ id: 3, name: 'The Heron’s', source: 'archive', settings: 1, tunebooks: 0, comments: 1 },
		]);
	});

	it('do not share a setting: the CSV says whose it is', async () => {
		const mirror = await mirrored(
			{},
			{
				...page('tunes/2', tunePage(2, [{ id: 1001 }, { id: 77 }])),
				...page('tunes/3', tunePage(3, [{ id: 77 }])),
			},
		);
		expect(mirror.rows('SELECT id, tune_id FROM setting ORDER BY id')).toEqual([
			{ id: 77, tune_id: 2 },
			{ id: 1001, tune_id: 1 },
		]);
		expect(mirror.rows('SELECT place, id, reason FROM refused')).toEqual([
			{
				place: 'tunes/2/index.html',
				id: 'setting1001',
				reason: 'a setting that stands on another tune',
			},
			{
				place: 'tunes/3/index.html',
				id: 'setting77',
				reason: 'a setting that stands on another tune',
			},
		]);
	});

	it('lose aliases and popularity that belong to none, with their rows', async () => {
		const mirror = await mirrored({
			aliases: [
				row('aliases', { alias: 'Grey Bird, The' }),
				row('aliases', { tune_id: 99 }),
				row('aliases', { alias: 'The Grey Bird' }),
			],
			tune_popularity: [row('tune_popularity', {}), row('tune_popularity', { tune_id: 98 })],
		});
		expect(mirror.rows('SELECT tune_id, name FROM alias')).toEqual([
			{ tune_id: 1, name: 'The Grey Bird' },
		]);
		expect(mirror.rows('SELECT * FROM refused ORDER BY source, place')).toEqual([
			{
				source: 'csv/aliases.csv',
				place: 'row 3',
				id: '99',
				reason: 'its tune is in neither repository',
			},
			{ source: 'csv/aliases.csv', place: 'row 4', id: '1', reason: 'the same alias twice' },
			{
				source: 'csv/tune_popularity.csv',
				place: 'row 3',
				id: '98',
				reason: 'its tune is in neither repository',
			},
		]);
	});
});

describe('recordings', () => {
	it('know an artist by number as soon as one page names it', async () => {
		const named = (id: number, artist: string | number) => row('recordings', { id, artist });
		const mirror = await mirrored(
			{
				recordings: [
					named(1, 7),
					named(2, 7),
					named(3, 8),
					named(4, 'The Grey Herons'),
					named(5, ''),
				],
			},
			page('recordings/6', recordingPage(6, [], { artist: 'The Grey Herons' })),
		);
		expect(mirror.rows('SELECT id, artist_slug FROM recording ORDER BY id')).toEqual([
			{ id: 1, artist_slug: 'the-grey-herons' },
			{ id: 2, artist_slug: 'the-grey-herons' },
			{ id: 3, artist_slug: 'unknown-artist-8' },
			{ id: 4, artist_slug: 'the-grey-herons' },
			{ id: 5, artist_slug: null },
			{ id: 6, artist_slug: 'the-grey-herons' },
		]);
		expect(
			mirror.rows('SELECT slug, name, sort, number, recordings FROM artist ORDER BY slug'),
		).toEqual([
			{
				slug: 'the-grey-herons',
				name: 'The Grey Herons',
				sort: 'grey herons',
				number: 7,
				recordings: 4,
			},
			{
				slug: 'unknown-artist-8',
				name: 'Unknown artist 8',
				sort: 'unknown artist 8',
				number: 8,
				recordings: 1,
			},
		]);
	});

	it('keep artists of one name apart by their numbers', async () => {
		const named = (id: number, artist: number) => row('recordings', { id, artist });
		const mirror = await mirrored(
			{ recordings: [named(1, 7), named(2, 8)] },
			{
				...page('recordings/2', recordingPage(2, [])),
			},
		);
		expect(mirror.rows('SELECT slug, name, number FROM artist ORDER BY number')).toEqual([
			{ slug: 'the-grey-herons', name: 'The Grey Herons', number: 7 },
			{ slug: 'the-grey-herons-2', name: 'The Grey Herons', number: 8 },
		]);
	});

	it('take tracks from the CSV, names of groups from the archive, and plain text for lost tunes', async () => {
		const mirror = await mirrored(
			{
				recordings: [
					row('recordings', { track: 2, number: 1, tune: 'Lost, The', tune_id: 99 }),
					row('recordings', { track: 1, number: 2, tune: 'Unlisted', tune_id: '' }),
					row('recordings', { track: 1, number: 1 }),
				],
			},
			page(
				'recordings/1',
				recordingPage(1, [{ group: 'The Bird Set', tunes: [['x', 1]] }, { tunes: [['y']] }]),
			),
		);
		expect(mirror.rows('SELECT track, name FROM track')).toEqual([
			{ track: 1, name: 'The Bird Set' },
			{ track: 2, name: null },
		]);
		expect(mirror.rows('SELECT track, position, name, tune_id FROM track_tune')).toEqual([
			{ track: 1, position: 1, name: 'The Heron 1', tune_id: 1 },
			{ track: 1, position: 2, name: 'Unlisted', tune_id: null },
			{ track: 2, position: 1, name: 'The Lost', tune_id: null },
		]);
	});
});

describe('places', () => {
	it('take from the archive what the CSV lacks, and never half a pair of coordinates', async () => {
		const mirror = await mirrored({
			sessions: [row('sessions', { name: 'From CSV', address: '', latitude: 10, longitude: '' })],
			events: [row('events', { dtend: '', country: '' })],
		});
		expect(
			mirror.rows('SELECT name, address, latitude, longitude, schedule, source FROM session'),
		).toEqual([
			{
				name: 'From CSV',
				address: '1 Example Street',
				latitude: 53.01,
				longitude: -9.37,
				schedule: '["Monday","Thursday"]',
				source: 'both',
			},
		]);
		expect(
			mirror.rows('SELECT name, starts, ends, venue, country, country_slug FROM event'),
		).toEqual([
			{
				name: 'Festival 1',
				starts: '2030-04-25 20:00:00',
				ends: '2030-04-27 00:00:00',
				venue: 'Hall',
				country: 'Country',
				country_slug: 'country',
			},
		]);
	});

	it('know their nearest five within 50 km, as a plain comparison of all pairs finds them', async () => {
		const spots = Array.from({ length: 60 }, (_, n) => ({
			id: n + 1,
			latitude: Math.round(1e4 * (53 + Math.sin(n * 7.3) * 0.6)) / 1e4,
			longitude:
				Math.round(1e4 * ((n % 2 ? 180 : -180) + (n % 2 ? -1 : 1) * ((n * 0.37) % 0.8))) / 1e4,
		}));
		const mirror = await mirrored({ sessions: spots.map((spot) => row('sessions', spot)) });
		const expected = spots.flatMap((spot) =>
			spots
				.filter((other) => other !== spot)
				.map((other) => ({ id: other.id, km: distanceKm(spot, other) }))
				.filter(({ km }) => km <= 50)
				.sort((a, b) => a.km - b.km || a.id - b.id)
				.slice(0, 5)
				.map(({ id, km }) => `${spot.id} ${id} ${Math.round(km * 10) / 10}`),
		);
		const found = mirror.rows<Record<string, number>>('SELECT * FROM session_nearby');
		expect(expected.length).toBeGreaterThan(100);
		expect(
			found.map((near) => `${near['session_id']} ${near['other_id']} ${near['km']}`).sort(),
		).toEqual(expected.sort());
	});

	it('are neighbours up to 50 km due north', async () => {
		const north = (km: number) => 10 + km / 111.195;
		const mirror = await mirrored({
			sessions: [10, north(49.99), north(-49.99), north(50.1)].map((latitude, at) =>
				row('sessions', { id: at + 1, latitude, longitude: 5 }),
			),
		});
		expect(mirror.rows('SELECT other_id FROM session_nearby WHERE session_id = 1')).toEqual([
			{ other_id: 2 },
			{ other_id: 3 },
		]);
	});
});

describe('sets', () => {
	it('keep the ABC only where its setting is gone', async () => {
		const mirror = await mirrored({
			sets: [
				row('sets', { settingorder: 2, setting_id: 999, abc: 'lost setting' }),
				row('sets', { settingorder: 1 }),
				row('sets', { settingorder: 3, tune_id: 99, setting_id: 998, name: 'Gone, The' }),
			],
		});
		expect(
			mirror.rows(
				'SELECT position, name, tune_id, setting_id, abc IS NULL AS none FROM tuneset_tune',
			),
		).toEqual([
			{ position: 1, name: 'The Heron 1', tune_id: 1, setting_id: 1001, none: 1 },
			{ position: 2, name: 'The Heron 1', tune_id: 1, setting_id: null, none: 0 },
			{ position: 3, name: 'The Gone', tune_id: null, setting_id: null, none: 0 },
		]);
	});

	it('and tracks count who is played before and after whom', async () => {
		const set = (tuneset: number, order: number, id: number) =>
			row('sets', { tuneset, settingorder: order, tune_id: id });
		const track = (track: number, number: number, id: number) =>
			row('recordings', { track, number, tune_id: id });
		const mirror = await mirrored({
			tunes: [1, 2, 3].map((id) => tune(id, 1000 + id)),
			sets: [
				set(1, 1, 1),
				set(1, 2, 2),
				set(1, 3, 2),
				set(1, 4, 3),
				set(2, 1, 1),
				set(2, 2, 2),
				set(2, 3, 99),
				set(2, 4, 3),
			],
			recordings: [track(1, 1, 2), track(1, 2, 1), track(2, 1, 3)],
		});
		expect(mirror.rows('SELECT * FROM company')).toEqual([
			{ tune_id: 1, other_id: 2, before: 1, after: 2 },
			{ tune_id: 2, other_id: 1, before: 2, after: 1 },
			{ tune_id: 2, other_id: 3, before: 0, after: 1 },
			{ tune_id: 3, other_id: 2, before: 1, after: 0 },
		]);
		expect(mirror.rows('SELECT id, recordings, sets FROM tune')).toEqual([
			{ id: 1, recordings: 1, sets: 2 },
			{ id: 2, recordings: 1, sets: 2 },
			{ id: 3, recordings: 1, sets: 2 },
		]);
	});
});

describe('members', () => {
	const talk = (comments: [member: string, date: string][]): Files =>
		page(
			'discussions/1',
			discussionPage(
				1,
				comments.map(([member, date], at) => ({ id: at + 1, html: 'x', member, date })),
			).replace('<footer><span class="discrete">', '<footer><span>'),
		);
	const slugs = (mirror: TestMirror) =>
		Object.fromEntries(
			mirror
				.rows<{ name: string; slug: string }>(`SELECT name, slug FROM member`)
				.map(({ name, slug }) => [name, slug]),
		);

	it('keep their address when a newcomer would have the same', async () => {
		const old: [string, string][] = [
			['Séamus!', '2010-01-01 00:00:00'],
			['Seamus', '2012-01-01 00:00:00'],
			['日本', '2013-01-01 00:00:00'],
		];
		const mirror = await mirrored({}, talk(old));
		const before = slugs(mirror);
		expect(before).toMatchObject({ 'Séamus!': 'seamus', Seamus: 'seamus-2' });
		expect(before['日本']).toMatch(/^x[0-9a-f]{8}$/);

		const newcomers: [string, string][] = [
			['séamus', '2022-01-01 00:00:00'],
			['Seamus 2', '2022-01-01 00:00:00'],
		];
		await mirror.week(data(), { ...PAGES, ...talk([...newcomers, ...old]) });
		expect(slugs(mirror)).toMatchObject({
			...before,
			séamus: 'seamus-3',
			'Seamus 2': 'seamus-2-2',
		});
	});

	it('are counted by what they added, and known by number from their sets', async () => {
		const mirror = await mirrored({});
		expect(mirror.rows('SELECT * FROM member')).toEqual([
			expect.objectContaining({
				slug: 'example-member',
				number: 5,
				settings: 1,
				recordings: 1,
				sessions: 1,
				events: 1,
				discussions: 1,
				sets: 1,
				comments: 1,
			}),
		]);
	});
});

describe('links', () => {
	const comment = (html: string): CommentText[] => [{ id: 9, html }];
	const resolved = async (html: string, pages: Files = {}): Promise<[string, TestMirror]> => {
		const mirror = await mirrored(
			{},
			{ ...page('events/1', eventPage(1, comment(html))), ...pages },
		);
		const [row_] = mirror.rows<{ html: string }>(`SELECT html FROM comment WHERE kind = 'events'`);
		return [row_?.html ?? '', mirror];
	};

	it('lead where something is, and are plain text where nothing is', async () => {
		const link = (path: string) => `<a href="https://thesession.org${path}"><b>${path}</b></a>`;
		const [html] = await resolved(
			[
				'/tunes/1',
				'/tunes/99',
				'/tunes/1#setting1001',
				'/tunes/1#setting99',
				'/discussions/1#comment1',
				'/discussions/1#comment99',
				'/sessions/1#setting1001',
				'/members/5',
				'/members/99',
				'/recordings/artists/7',
				'/recordings/artists/99',
				'/tunes/1#other',
			]
				.map(link)
				.join(' '),
		);
		const to = (address: string, path: string) => `<a href="${address}"><b>${path}</b></a>`;
		expect(
			html.split('> ').map((part, at, all) => part + (at < all.length - 1 ? '>' : '')),
		).toEqual([
			to('/tunes/1', '/tunes/1'),
			'<b>/tunes/99</b>',
			to('/tunes/1#setting1001', '/tunes/1#setting1001'),
			to('/tunes/1', '/tunes/1#setting99'),
			to('/discussions/1#comment1', '/discussions/1#comment1'),
			to('/discussions/1', '/discussions/1#comment99'),
			to('/sessions/1', '/sessions/1#setting1001'),
			to('/members/example-member', '/members/5'),
			'<b>/members/99</b>',
			to('/recordings/artists/the-grey-herons', '/recordings/artists/7'),
			'<b>/recordings/artists/99</b>',
			to('/tunes/1', '/tunes/1#other'),
		]);
	});

	it('note once which thing mentions which, and nothing mentions itself', async () => {
		const [, mirror] = await resolved(
			'/tunes/1 https://thesession.org/tunes/1 <a href="/tunes/1#setting1001">x</a> <a href="#comment9">y</a> <a href="/tunes/99">z</a>',
		);
		expect(mirror.rows('SELECT * FROM mention')).toEqual([
			{ kind: 'tunes', thing_id: 1, from_kind: 'events', from_id: 1, comment_id: 9 },
		]);
	});

	it('into a section that is left out become plain text', async () => {
		const mirror = new TestMirror();
		const pages = {
			...PAGES,
			...page('events/1', eventPage(1, comment('<a href="/tunes/1">x</a>'))),
		};
		await mirror.week(data(), pages, { kinds: ['events'] });
		expect(mirror.rows('SELECT html FROM comment')).toEqual([{ html: 'x' }]);
		expect(mirror.rows('SELECT count(*) AS n FROM tune')).toEqual([{ n: 0 }]);
	});

	it('of one comment do not reach into the next when they were malformed', async () => {
		const [html] = await resolved('<a name="x"></a><a href="/tunes/99">gone</a> and <b>more</b>');
		expect(html).toBe('gone and <b>more</b>');
	});
});

it('dates a discussion by its newest comment, wherever that stands', async () => {
	const at = (id: number, date: string): CommentText => ({ id, html: 'x', date });
	const comments = [
		at(1, '2021-01-01 00:00:00'),
		at(2, '2023-01-01 00:00:00'),
		at(3, 'nonsense'),
		at(4, '2022-01-01 00:00:00'),
	];
	const mirror = await mirrored({}, page('discussions/1', discussionPage(1, comments)));
	expect(mirror.rows('SELECT date, comments, last_date FROM discussion')).toEqual([
		{ date: '2021-05-02 10:11:12', comments: 4, last_date: '2023-01-01 00:00:00' },
	]);
});

describe('from one week to the next', () => {
	const talk = (html: string): Files => page('sessions/1', sessionPage(1, [{ id: 4, html }]));

	it('one edited comment is one changed comment', async () => {
		const mirror = await mirrored({}, talk('<p>Before.</p>'));
		const { changes } = await mirror.week(data(), { ...PAGES, ...talk('<p>After.</p>') });
		const none = { added: 0, removed: 0, changed: 0 };
		expect(changes).toEqual({
			tune: none,
			setting: none,
			recording: none,
			session: none,
			event: none,
			discussion: none,
			comment: { added: 0, removed: 0, changed: 1 },
			tuneset: none,
			member: none,
		});
	});

	it('says what came and went; the first week has nothing to compare with', async () => {
		const mirror = new TestMirror();
		const two = [tune(1, 1001), tune(2, 1002)];
		expect((await mirror.week(data({ tunes: two }), PAGES)).changes).toEqual({});
		const { changes } = await mirror.week(
			data({ tunes: [tune(1, 1001), tune(3, 1003), tune(4, 1004)] }),
			PAGES,
		);
		expect(changes).toMatchObject({
			tune: { added: 2, removed: 1, changed: 0 },
			setting: { added: 2, removed: 1, changed: 0 },
			comment: { added: 0, removed: 0, changed: 0 },
		});
	});

	it('the same input gives the same rows, read at once or in any order of weeks', async () => {
		const [first, second] = [new TestMirror(), new TestMirror()];
		await first.week(data(), { ...PAGES, ...talk('x') });
		await second.week(data({ tunes: [tune(8, 8), tune(9, 9)] }), { ...PAGES, ...talk('y') });
		await second.week(data(), { ...PAGES, ...talk('x') }, { acceptShrink: true });
		expect({ ...second.dump(), meta: [] }).toEqual({ ...first.dump(), meta: [] });
	});
});

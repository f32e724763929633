import { describe, expect, it } from 'vitest';
import type { TestMirror, Files } from './mirror.ts';
import { discussionPage, recordingPage } from './pages.ts';
import { data, mirrored, page, PAGES, row, tune } from './sources.ts';

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

	it('know those that share most tunes with them, a tune on two tracks once', async () => {
		const on = (id: number, ...tunes: number[]) =>
			tunes.map((tune_id, at) =>
				row('recordings', { id, track: at + 1, tune_id, tune: `Tune ${tune_id}` }),
			);
		const mirror = await mirrored({
			tunes: [1, 2, 3].map((id) => tune(id, 1000 + id)),
			recordings: [on(1, 1, 2, 3), on(2, 1, 2, 3), on(3, 1, 2, 2), on(4, 1, 1), on(5, 3)].flat(),
		});
		expect(mirror.rows('SELECT * FROM recording_company ORDER BY recording_id, position')).toEqual([
			{ recording_id: 1, position: 1, other_id: 2, shared: 3 },
			{ recording_id: 1, position: 2, other_id: 3, shared: 2 },
			{ recording_id: 2, position: 1, other_id: 1, shared: 3 },
			{ recording_id: 2, position: 2, other_id: 3, shared: 2 },
			{ recording_id: 3, position: 1, other_id: 1, shared: 2 },
			{ recording_id: 3, position: 2, other_id: 2, shared: 2 },
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

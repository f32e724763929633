import { describe, expect, it } from 'vitest';
import {
	NOTHING_SUPPRESSED,
	type SuppressList,
} from '../../../../src/pipeline/ingest/suppress/suppress-list.ts';
import {
	isMemberSuppressed,
	isSetSuppressed,
	isSuppressed,
	suppressed,
} from '../../../../src/store/suppressed.ts';
import { createHash } from 'node:crypto';
import { TestMirror, type Files } from '../mirror.ts';
import { discussionPage, recordingPage, tunePage } from '../pages.ts';
import { data, page, PAGES, row, tune } from '../sources.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const NAME = 'Zephyrine';
const TABLES = data({
	tunes: [
		tune(1, 1001, { composer: 'Other' }),
		tune(2, 1002, { name: `${NAME}, The` }),
		tune(2, 1003, { name: `${NAME}, The`, username: 'Other', date: '2020-01-01 00:00:00' }),
	],
	aliases: [row('aliases', { tune_id: 2, alias: 'Also Known' })],
	tune_popularity: [row('tune_popularity', { tune_id: 2 })],
	recordings: [
		row('recordings', { number: 1, tune: `${NAME}, The`, tune_id: 2 }),
		row('recordings', { number: 2 }),
		row('recordings', { number: 3, tune: `${NAME}, The`, tune_id: '' }),
	],
	sets: [
		row('sets', { settingorder: 1, tune_id: 2, setting_id: 1002, name: `${NAME}, The` }),
		row('sets', { settingorder: 2 }),
		row('sets', { settingorder: 3, setting_id: 1003, tune_id: 2, name: `${NAME}, The` }),
		row('sets', { tuneset: 2, settingorder: 1, username: 'Other', member_id: 6 }),
	],
});
const PAGES_OF_ALL: Files = {
	...PAGES,
	...page(
		'tunes/1',
		tunePage(
			1,
			[{ id: 1001 }],
			[
				{ id: 11, html: '<a href="/tunes/2">that one</a>', date: '2021-01-01 00:00:00' },
				{ id: 12, html: 'Mine.', member: 'Other', date: '2021-01-02 00:00:00' },
				{ id: 13, html: 'Last.', date: '2021-01-03 00:00:00' },
			],
		),
	),
	...page('tunes/2', tunePage(2, [{ id: 1002 }, { id: 1003 }], [{ id: 21, html: 'On it.' }])),
	...page('recordings/1', recordingPage(1, [{ group: `${NAME} Set`, tunes: [['x', 2]] }])),
	...page(
		'discussions/1',
		discussionPage(1, [
			{ id: 1, html: `Who made the ${NAME.toUpperCase()}?` },
			{ id: 2, html: 'I.', member: 'Other', date: '2022-01-01 00:00:00' },
		]),
	),
	...page(
		'discussions/2',
		discussionPage(2, [
			{ id: 3, html: 'Mine.', member: 'Other' },
			{ id: 4, html: 'Yours.' },
		]).replaceAll('Added by Example Member', 'Added by Other'),
	),
	...page('discussions/3', discussionPage(3, [{ id: 5, html: 'Alone.' }])),
};

async function mirrored(list: Partial<SuppressList> = {}) {
	const mirror = new TestMirror();
	const suppress = { ...NOTHING_SUPPRESSED, ...list };
	const result = await mirror.week(TABLES, PAGES_OF_ALL, { suppress });
	return { mirror, result, text: JSON.stringify(mirror.dump()) };
}

/** What a suppression tells, by what it took. */
function taken(removed: Record<string, number>): Record<string, number> {
	return Object.fromEntries(Object.entries(removed).filter(([, n]) => n > 0));
}

describe('a suppressed tune', () => {
	it('is nowhere in the store, and others forget it', async () => {
		expect((await mirrored()).text).toContain(NAME);
		const { mirror, result, text } = await mirrored({ tunes: [2] });
		expect(text.match(new RegExp(`.{20}${NAME}.{20}`, 'gi'))).toEqual([
			expect.stringContaining(`Who made the ${NAME.toUpperCase()}?`),
		]);
		expect(text).not.toContain('Also Known');
		expect(mirror.rows('SELECT track, name FROM track')).toEqual([{ track: 1, name: null }]);
		expect(mirror.rows('SELECT name, tune_id FROM track_tune')).toEqual([
			{ name: '(removed)', tune_id: null },
			{ name: 'The Heron 1', tune_id: 1 },
			{ name: '(removed)', tune_id: null },
		]);
		expect(
			mirror.rows('SELECT name, setting_id, abc FROM tuneset_tune WHERE tuneset_id = 1'),
		).toEqual([
			{ name: '(removed)', setting_id: null, abc: null },
			{ name: 'The Heron 1', setting_id: 1001, abc: null },
			{ name: '(removed)', setting_id: null, abc: null },
		]);
		expect(mirror.rows('SELECT * FROM company')).toEqual([]);
		expect(mirror.rows(`SELECT html FROM comment WHERE id = 11`)).toEqual([{ html: 'that one' }]);
		expect(isSuppressed(mirror.store(), { kind: 'tunes', id: 2 })).toBe(true);
		expect(isSuppressed(mirror.store(), { kind: 'tunes', id: 1 })).toBe(false);
		expect(taken(result.suppressed?.removed ?? {})).toEqual({ tunes: 1, settings: 2, comments: 1 });
		expect(result.suppressed?.stillNamed).toEqual([
			{ what: 'comments', places: ['discussions/1#comment1'] },
		]);
	});

	it('is counted: what was read is stored or refused', async () => {
		const { mirror, result } = await mirrored({ tunes: [2] });
		const { tables, archive } = result.facts;
		expect(tables).toMatchObject({
			tunes: { read: 3, stored: 1, refused: 2 },
			aliases: { read: 1, stored: 0, refused: 1 },
			tune_popularity: { read: 1, stored: 0, refused: 1 },
			recordings: { read: 3, stored: 3, refused: 0 },
			sets: { read: 4, stored: 4, refused: 0 },
		});
		expect(archive).toMatchObject({ tunes: { read: 2, stored: 1, refused: 1 } });
		expect(
			mirror.rows(`SELECT source, place, id FROM refused WHERE reason = 'suppressed'`),
		).toEqual([
			{ source: 'csv/tunes.csv', place: 'row 3', id: '1002' },
			{ source: 'csv/tunes.csv', place: 'row 4', id: '1003' },
			{ source: 'csv/aliases.csv', place: 'row 2', id: '2' },
			{ source: 'csv/tune_popularity.csv', place: 'row 2', id: '2' },
			{ source: 'archive/tunes', place: 'tunes/2/index.html', id: '2' },
		]);
	});

	it('comes back when it is not suppressed any more', async () => {
		const { mirror } = await mirrored({ tunes: [2], members: ['other'] });
		await mirror.week(TABLES, PAGES_OF_ALL, { suppress: NOTHING_SUPPRESSED });
		const now = mirror.dump();
		delete now['meta'];
		expect((await mirrored()).mirror.dump()).toMatchObject(now);
	});
});

describe('a suppressed member', () => {
	it.each([['Other'], ['other'], [`sha256:${digest('Other')}`]])(
		'takes along what they wrote: %s',
		async (entry) => {
			expect((await mirrored()).text).toMatch(/other/i);
			const { mirror, result, text } = await mirrored({ members: [entry] });
			expect(text.replaceAll('"letter":"other"', '')).not.toMatch(/other"/i);
			expect(mirror.rows('SELECT id, settings, date, composer FROM tune')).toEqual([
				{ id: 1, settings: 1, date: '2021-05-02 10:11:12', composer: null },
				{ id: 2, settings: 1, date: '2021-05-02 10:11:12', composer: null },
			]);
			expect(mirror.rows('SELECT id, position FROM comment WHERE kind = ?', 'tunes')).toEqual([
				{ id: 11, position: 1 },
				{ id: 13, position: 2 },
				{ id: 21, position: 1 },
			]);
			expect(mirror.rows('SELECT id, comments FROM discussion')).toEqual([
				{ id: 1, comments: 1 },
				{ id: 3, comments: 1 },
			]);
			expect(mirror.rows('SELECT id FROM tuneset')).toEqual([{ id: 1 }]);
			expect(taken(result.suppressed?.removed ?? {})).toEqual({
				discussions: 1,
				settings: 1,
				sets: 1,
				members: 1,
				comments: 4,
			});
			for (const gone of ['other', '6'])
				expect(isMemberSuppressed(mirror.store(), digest(gone)), gone).toBe(true);
			expect(isSetSuppressed(mirror.store(), 2)).toBe(true);
			expect(isSetSuppressed(mirror.store(), 1)).toBe(false);
		},
	);

	it.each([
		['with two blanks', "Mary  O'Heron"],
		['with a no-break blank and the other apostrophe', 'Mary\u00A0O’Heron'],
		['by the digest of a rarer spelling', `sha256:${digest('Mary O’Heron')}`],
		['by the digest of the commoner spelling', `sha256:${digest("Mary O'Heron")}`],
	])('is found %s, in every spelling', async (_, entry) => {
		const post = (id: number, html: string, member: string) => ({ id, html, member });
		const mirror = new TestMirror();
		const result = await mirror.week(
			data({ tunes: [tune(1, 1001), tune(2, 1002, { composer: 'Mary O’Heron' })] }),
			{
				...PAGES,
				...page(
					'discussions/1',
					discussionPage(1, [
						post(1, 'Hello, mary\u00A0\u00A0o’heron!', 'Other'),
						post(2, 'Hello.', 'Mary O’Heron'),
						post(3, 'Again.', "Mary&nbsp; O'Heron"),
						post(4, 'And again.', "Mary O'Heron"),
					]),
				),
			},
			{ suppress: { ...NOTHING_SUPPRESSED, members: [entry] } },
		);
		expect(result.suppressed?.unknown).toEqual([]);
		expect(mirror.rows('SELECT id, position FROM comment')).toEqual([{ id: 1, position: 1 }]);
		expect(mirror.rows(`SELECT name FROM member WHERE name LIKE 'Mary%'`)).toEqual([]);
		expect(mirror.rows('SELECT composer FROM tune WHERE id = 2')).toEqual([{ composer: null }]);
		expect(result.suppressed?.stillNamed).toEqual([
			{ what: 'comments', places: ['discussions/1#comment1'] },
		]);
	});

	it('keeps their address to themselves', async () => {
		const talk = page(
			'discussions/4',
			discussionPage(4, [{ id: 6, html: 'x', member: 'Other!', date: '2024-01-01 00:00:00' }]),
		);
		const mirror = new TestMirror();
		await mirror.week(
			TABLES,
			{ ...PAGES_OF_ALL, ...talk },
			{
				suppress: { ...NOTHING_SUPPRESSED, members: ['Other'] },
			},
		);
		expect(mirror.rows(`SELECT slug FROM member WHERE name = 'Other!'`)).toEqual([
			{ slug: 'other-2' },
		]);
	});

	it('goes with the name alone from what they only added', async () => {
		const { mirror } = await mirrored({ members: ['Example Member'] });
		expect(mirror.rows('SELECT id, member_id FROM recording')).toEqual([
			{ id: 1, member_id: null },
		]);
		expect(mirror.rows('SELECT id, member_id FROM session')).toEqual([{ id: 1, member_id: null }]);
		expect(mirror.rows('SELECT id, member_id FROM event')).toEqual([{ id: 1, member_id: null }]);
		expect(mirror.rows('SELECT id FROM tune')).toEqual([{ id: 2 }]);
		expect(mirror.rows('SELECT id FROM member').length).toBe(1);
	});
});

describe('what is suppressed by id', () => {
	it('goes alone where it can', async () => {
		const { mirror, result } = await mirrored({
			settings: [1002],
			sets: [2],
			sessions: [1],
			events: [1],
			comments: [
				{ kind: 'tunes', thingId: 1, id: 11 },
				{ kind: 'discussions', thingId: 3, id: 5 },
			],
		});
		expect(taken(result.suppressed?.removed ?? {})).toEqual({
			settings: 1,
			sets: 1,
			sessions: 1,
			events: 1,
			// Nothing is left of a discussion without posts.
			discussions: 1,
			comments: 2,
		});
		expect(mirror.rows('SELECT id, position FROM setting WHERE tune_id = 2')).toEqual([
			{ id: 1003, position: 1 },
		]);
		expect(result.facts.counts).toMatchObject({ sessions: 0, events: 0, discussions: 2 });
		expect(suppressed(mirror.store())?.things).toMatchObject({ discussions: [3], sets: [2] });
	});

	it('takes an artist along who has nothing else', async () => {
		const { mirror, result } = await mirrored({ recordings: [1] });
		expect(mirror.rows('SELECT slug FROM artist')).toEqual([]);
		expect(result.facts.tables['recordings']).toMatchObject({ read: 3, stored: 0, refused: 3 });
	});

	it('and is not there, or no longer, is told and no reason to stop', async () => {
		const { result } = await mirrored({
			tunes: [99],
			sets: [99],
			comments: [{ kind: 'tunes', thingId: 1, id: 99 }],
			members: ['Other', 'Nobody'],
		});
		expect(result.suppressed?.unknown).toEqual([
			'tunes 99',
			'sets 99',
			'comments tunes/1#comment99',
			'members[1]',
		]);
	});
});

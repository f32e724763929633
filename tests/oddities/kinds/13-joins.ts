import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import { COMMENT } from '../upstream.ts';

const UNKNOWN = ['Unknown', 'NULL', 'Various', 'unknown artist 12', '0', '-'];

const rows: Oddity[] = [
	{
		name: 'an artist is called as most of its albums say',
		change(upstream, id) {
			for (const [at, artist] of ['Odd One Out', 'The Bilge Rats', 'The Bilge Rats'].entries())
				upstream.recording(id + at, { artist: id }, { artist: `${artist} ${id}` });
		},
		shown: (site, id) =>
			expect(site.value('SELECT name FROM artist WHERE number = ?', id)).toBe(
				`The Bilge Rats ${id}`,
			),
	},
	{
		name: 'two artists have one name and two numbers',
		change: (upstream, id) =>
			upstream
				.recording(id, { artist: id }, { artist: `Twins ${id}` })
				.recording(id + 1, { artist: id + 1 }, { artist: `Twins ${id}` }),
		shown(site, id) {
			const slugs = site.rows(
				'SELECT artist_slug AS slug FROM recording WHERE id IN (?, ?)',
				id,
				id + 1,
			);
			for (const { slug } of slugs)
				expect(site.has(`/recordings/artists/${String(slug)}`)).toBe(true);
		},
	},
	{
		name: 'an artist is named on some pages and numbered on others',
		change: (upstream, id) =>
			upstream
				.recording(id, { artist: `Half Named ${id}` }, null)
				.recording(id + 1, { artist: id }, { artist: `Half Named ${id}` }),
		shown: (site, id) =>
			expect(
				site.rows('SELECT DISTINCT artist_slug FROM recording WHERE id IN (?, ?)', id, id + 1),
			).toHaveLength(1),
	},
	{
		name: 'an artist has a number that nobody explains',
		change: (upstream, id) => upstream.recording(id, { artist: id }, null),
		shown: (site, id) => expect(site.has(`/recordings/${id}`)).toBe(true),
	},
	{
		name: 'an artist is nobody',
		change: (upstream, id) => upstream.recording(id, { artist: '' }, { artist: '' }),
		shown: (site, id) => expect(site.has(`/recordings/${id}`)).toBe(true),
	},
	...UNKNOWN.map((artist): Oddity => ({
		name: `an artist is called ${artist}, another has no name`,
		change: (upstream, id) =>
			upstream
				.recording(id, { artist }, { artist })
				.recording(id + 1, { artist: id }, null)
				.untold(id),
		shown(site, id) {
			const rows = site.rows(
				'SELECT artist_slug AS slug FROM recording WHERE id IN (?, ?) ORDER BY id',
				id,
				id + 1,
			);
			expect(rows[0]?.['slug'] === null || rows[0]?.['slug'] !== rows[1]?.['slug']).toBe(true);
		},
	})),
	...['Unknown', 'NULL', 'other', 'undated'].map((country): Oddity => ({
		name: `a country is called ${country}, another session has none`,
		change: (upstream, id) =>
			upstream.session(id, { country }, { country }).session(id + 1, { country: '' }, null),
		shown(site, id) {
			for (const n of [id, id + 1]) expect(site.has(`/sessions/${n}`)).toBe(true);
		},
	})),
	{
		name: 'a member has a number in one row and another in the next',
		change: (upstream, id) =>
			upstream
				.set(id, { username: `Janus ${id}`, member_id: id })
				.set(id + 1, { username: `Janus ${id}`, member_id: id + 1 }),
		shown: (site, id) =>
			expect(site.value('SELECT sets FROM member WHERE name = ?', `Janus ${id}`)).toBe(2),
	},
	{
		name: 'two members have one number',
		change: (upstream, id) =>
			upstream
				.set(id, { username: `Romulus ${id}`, member_id: id })
				.set(id + 1, { username: `Remus ${id}`, member_id: id }),
		shown: (site, id) => {
			expect(site.value('SELECT count(*) FROM tuneset WHERE id IN (?, ?)', id, id + 1)).toBe(2);
		},
	},
	{
		name: 'a member is written in three ways in CSV, page and comment',
		change: (upstream, id) =>
			upstream
				.tune(
					id,
					{ username: `Mary  Ann O’Dea ${id}` },
					{
						comments: [
							{ id: id + COMMENT, html: '<p>Mine.</p>', member: `Mary&nbsp;Ann O'Dea ${id}` },
						],
					},
				)
				.set(id, { username: ` Mary Ann O'Dea ${id}`, member_id: id }),
		shown: (site, id) =>
			expect(site.value('SELECT count(*) FROM member WHERE name LIKE ?', `Mary%O_Dea ${id}`)).toBe(
				1,
			),
	},
	{
		name: 'an area is written with both apostrophes',
		change: (upstream, id) =>
			upstream
				.session(id, { area: `King’s ${id}` }, null)
				.session(id + 1, { area: `King's ${id}` }, null),
		shown: (site, id) =>
			expect(
				site.rows('SELECT DISTINCT area_slug FROM session WHERE id IN (?, ?)', id, id + 1),
			).toHaveLength(1),
	},
	{
		name: 'an alias is written twice in two Unicode forms',
		change: (upstream, id) =>
			upstream.tune(id).alias(id, `Caf\u00e9 ${id}`).alias(id, `Cafe\u0301 ${id}`),
		shown: (site, id) =>
			expect(site.value('SELECT count(*) FROM alias WHERE tune_id = ?', id)).toBe(1),
	},
	{
		name: 'the CSV and the page call a thing otherwise',
		change: (upstream, id) =>
			upstream.session(id, { name: `Old Anchor ${id}` }, { name: `New Anchor ${id}` }).untold(id),
		shown: (site, id) => expect(site.text(`/sessions/${id}`)).toContain(`Old Anchor ${id}`),
	},
	{
		name: 'a name is empty in the CSV and stands on the page',
		change: (upstream, id) => upstream.event(id, { event: '' }, { name: `Found ${id}` }),
		shown: (site, id) => expect(site.text(`/events/${id}`)).toContain(`Found ${id}`),
	},
	{
		name: 'a name stands in the CSV and is empty on the page',
		change: (upstream, id) =>
			upstream.recording(id, { recording: `Kept ${id}` }, { name: '' }).untold(id),
		shown: (site, id) => expect(site.text(`/recordings/${id}`)).toContain(`Kept ${id}`),
	},
	{
		name: 'a name ends in “, The” with more behind it',
		change: (upstream, id) =>
			upstream.tune(id, { name: `Ferry ${id}, The ` }, { name: `The Ferry ${id}` }),
		shown: (site, id) =>
			expect(site.value('SELECT name FROM tune WHERE id = ?', id)).toBe(`The Ferry ${id}`),
	},
];

export const joins: OddityKind = { title: '13: joins by raw text', rows };

import { expect } from 'vitest';
import type { OddityKind } from '../oddity.ts';
import { COMMENT, SETTING } from '../upstream.ts';

const times = <T>(n: number, make: (at: number) => T): T[] =>
	Array.from({ length: n }, (_, at) => make(at));

/** Sizes that are more than a page, a table or a host is meant to have; none of them stops a run. */
export const budgets: OddityKind = {
	title: '2: budgets that only warn',
	rows: [
		{
			name: 'a tune has 40 settings',
			change: (upstream, id) => {
				for (let n = 0; n < 40; n++) upstream.tune(id, { setting_id: id + SETTING + n }, null);
				upstream.page('tunes', id, {
					name: `Ferry ${id}`,
					settings: times(40, (n) => ({ id: id + SETTING + n })),
				});
			},
			shown: (site, id) =>
				expect(site.raw(`/tunes/${id}`).match(/setting\d+/g)?.length).toBeGreaterThanOrEqual(40),
		},
		{
			name: 'a comment is 200 KB long',
			change: (upstream, id) =>
				upstream.discussion(id, {
					comments: [{ id: id + COMMENT, html: `<p>${'weather permitting '.repeat(11_000)}</p>` }],
				}),
			shown: (site, id) => expect(site.text(`/discussions/${id}`).length).toBeGreaterThan(200_000),
		},
		{
			name: 'one word of a comment is 100 KB long',
			change: (upstream, id) =>
				upstream.tune(
					id,
					{},
					{
						comments: [{ id: id + COMMENT, html: `<p>${'a'.repeat(100_000)}</p>` }],
					},
				),
			shown: (site, id) => expect(site.text(`/tunes/${id}`)).toContain('a'.repeat(100_000)),
		},
		{
			name: 'a tune has 300 other names',
			change: (upstream, id) => {
				upstream.tune(id);
				for (let n = 0; n < 300; n++) upstream.alias(id, `Sandbank ${id} of ${n}`);
			},
			shown: (site, id) =>
				expect(site.value('SELECT count(*) FROM alias WHERE tune_id = ?', id)).toBe(300),
		},
		{
			name: 'a recording has 150 tracks of 3 tunes',
			change: (upstream, id) => {
				for (let n = 0; n < 450; n++)
					upstream.row('recordings', {
						id,
						artist: 9,
						recording: `Harbour Lights ${id}`,
						track: 1 + Math.floor(n / 3),
						number: 1 + (n % 3),
						tune: `Buoy ${n}`,
						tune_id: '',
					});
				upstream.text(`/recordings/${id}`, 'Buoy 449', [id]);
			},
			shown: (site, id) =>
				expect(site.value('SELECT tracks FROM recording WHERE id = ?', id)).toBe(150),
		},
		{
			name: 'a session has 200 lines of schedule',
			change: (upstream, id) =>
				upstream.session(id, {}, { schedule: times(200, (n) => `Monday number ${n}`) }),
			shown: (site, id) => expect(site.text(`/sessions/${id}`)).toContain('Monday number 199'),
		},
		{
			name: 'a comment has 2,000 links',
			change: (upstream, id) =>
				upstream.event(
					id,
					{},
					{
						comments: [
							{
								id: id + COMMENT,
								html: times(2000, (n) => `<a href="https://example.org/${n}">tide ${n}</a>`).join(
									' ',
								),
							},
						],
					},
				),
			shown: (site, id) => expect(site.links(`/events/${id}`).length).toBeGreaterThanOrEqual(2000),
		},
		{
			name: 'a member has 250 sets',
			change: (upstream, id) => {
				for (let n = 0; n < 250; n++)
					upstream.set(id + n, { username: `Skipper ${id}`, member_id: id });
				upstream.text(null, `Skipper ${id}`, [id]);
			},
			shown: (site, id) =>
				expect(site.value('SELECT sets FROM member WHERE name = ?', `Skipper ${id}`)).toBe(250),
		},
	],
};

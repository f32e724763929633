import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { Site } from '../site.ts';
import { COMMENT, SETTING, type Upstream } from '../upstream.ts';

function odd(
	name: string,
	change: (upstream: Upstream, id: number) => void,
	shown: (site: Site, id: number) => void,
): Oddity {
	return { name, change, shown };
}

const spot = (site: Site, table: string, id: number) =>
	site.row(`SELECT latitude, longitude FROM ${table} WHERE id = ?`, id);
const NOWHERE = { latitude: null, longitude: null };

/** Coordinates that are none. */
const SPOTS: [string, string, string][] = [
	['0 and 0', '0', '0'],
	['0.000000 and -0.0', '0.000000', '-0.0'],
	['beyond the pole', '91', '10'],
	['beyond the date line', '54', '181'],
	['half known', '54.6', ''],
	['words', 'north', 'west'],
	['infinite', 'Infinity', '1e999'],
	['not a number', 'NaN', 'NaN'],
];

const places = SPOTS.flatMap(([what, latitude, longitude]): Oddity[] => [
	odd(
		`the coordinates of a session are ${what}`,
		(upstream, id) => upstream.session(id, { latitude, longitude }, { latitude, longitude }),
		(site, id) => expect(spot(site, 'session', id)).toEqual(NOWHERE),
	),
	odd(
		`the coordinates of an event are ${what} in the CSV, and right on its page`,
		(upstream, id) =>
			upstream.event(id, { latitude, longitude }, { latitude: '51.5', longitude: '-0.1' }),
		(site, id) => expect(spot(site, 'event', id)).toEqual({ latitude: 51.5, longitude: -0.1 }),
	),
]);

/** Starts and ends of events, and what is known of them. */
const TIMES: [string, string, string, { starts?: string | null; ends?: string | null }][] = [
	[
		'ends before it starts',
		'2030-05-02 20:00:00',
		'2030-05-01 20:00:00',
		{ starts: '2030-05-02 20:00:00' },
	],
	['has a start in words', '2 May 2030', '', { starts: '2030-05-02 00:00:00' }],
	['has a start in words of America', 'May 2nd, 2030', '', { starts: '2030-05-02 00:00:00' }],
	['has a start of a day', '2030-05-02', '', { starts: '2030-05-02 00:00:00' }],
	['has an offset', '2030-05-02T20:00:00+02:00', '', { starts: '2030-05-02 18:00:00' }],
	['has an offset without a colon', '2030-05-02 20:00:00 +0200', '', {}],
	['starts never', '0000-00-00 00:00:00', '0000-00-00 00:00:00', {}],
	['starts on the 30th of February', '2030-02-30 20:00:00', '', {}],
	['starts at 25 o’clock', '2030-05-02 25:00:00', '', {}],
	['starts in the year 99999', '99999-05-02 20:00:00', '', {}],
	['starts in the year 1', '0001-01-01 00:00:00', '', {}],
	['starts in 1900', '1900-01-01 00:00:00', '1900-01-01 00:00:00', {}],
	[
		'lasts a hundred years',
		'2030-05-02 20:00:00',
		'2130-05-02 20:00:00',
		{ starts: '2030-05-02 20:00:00' },
	],
	[
		'ends at midnight',
		'2030-05-02 21:00:00',
		'2030-05-02 00:00:00',
		{ starts: '2030-05-02 21:00:00' },
	],
	['has no start and an end', '', '2030-05-02 21:00:00', {}],
	['starts at a number', '1903989600', '', {}],
];

const times = TIMES.map(([what, dtstart, dtend, known]): Oddity =>
	odd(
		`an event ${what}`,
		(upstream, id) => upstream.event(id, { dtstart, dtend }, { starts: dtstart, ends: dtend }),
		(site, id) => {
			const row = site.row('SELECT starts, ends FROM event WHERE id = ?', id);
			expect(row !== undefined || site.reasons(id).length > 0).toBe(true);
			if (known.starts !== undefined) expect(row?.['starts']).toBe(known.starts);
			const { starts, ends } = row ?? {};
			if (typeof starts === 'string') expect(starts).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
			if (typeof starts === 'string' && typeof ends === 'string')
				expect(ends >= starts || ends.endsWith('00:00:00')).toBe(true);
			if (site.has(`/events/${id}.ics`)) {
				const calendar = site.raw(`/events/${id}.ics`);
				const [start = '', end = ''] = ['DTSTART', 'DTEND'].map(
					(name) => new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(calendar)?.[1]?.trim() ?? '',
				);
				expect(start).toMatch(/^\d{8}(T\d{6}Z?)?$/);
				if (end) expect(end >= start).toBe(true);
			}
		},
	),
);

/** Who added a page, in words that name nobody. */
const NOBODY = ['', ' ', '&nbsp;', '&#8203;'];

const nobody = NOBODY.map((member): Oddity =>
	odd(
		`a session is added by “${member}”`,
		(upstream, id) =>
			upstream
				.session(id, {}, { member: '@@' })
				.page(
					'sessions',
					id,
					String(upstream.archive.get(`sessions/${id}/index.html`)).replace('@@', member),
				)
				.untold(id),
		(site, id) => {
			const name = site.value(
				'SELECT m.name FROM session s JOIN member m ON m.id = s.member_id WHERE s.id = ?',
				id,
			);
			expect(name).toBeUndefined();
		},
	),
);

const joined: Oddity[] = [
	odd(
		'a tune has a page and no setting',
		(upstream, id) => upstream.tune(id, null, { name: `Slack ${id}`, settings: [] }),
		(site, id) => expect(site.text(`/tunes/${id}`)).toContain(`Slack ${id}`),
	),
	odd(
		'a tune has rows and no page',
		(upstream, id) => upstream.tune(id, {}, null),
		(site, id) => expect(site.value('SELECT source FROM tune WHERE id = ?', id)).toBe('csv'),
	),
	odd(
		'a page has tracks that the CSV lacks',
		(upstream, id) =>
			upstream
				.recording(
					id,
					{ tune: 'Ebb', tune_id: '' },
					{
						tracks: [
							{ tunes: [['Ebb']] },
							{ group: 'Night Watch', tunes: [['Ferry 2', 2], ['Slack Water']] },
						],
					},
				)
				.text(`/recordings/${id}`, 'Slack Water', [id])
				.text(`/recordings/${id}`, 'Night Watch', [id]),
		(site, id) => expect(site.value('SELECT tracks FROM recording WHERE id = ?', id)).toBe(2),
	),
	odd(
		'the CSV has tracks that a page lacks',
		(upstream, id) => {
			for (const track of [1, 2, 3])
				upstream.recording(
					id,
					{ track, tune: `Neap ${track}`, tune_id: '' },
					{ tracks: [{ tunes: [['Neap 1']] }] },
				);
		},
		(site, id) => expect(site.value('SELECT tracks FROM recording WHERE id = ?', id)).toBe(3),
	),
	odd(
		'a recording has no track at all',
		(upstream, id) => upstream.recording(id, null, { name: `Silent ${id}`, tracks: [] }),
		(site, id) => expect(site.has(`/recordings/${id}`)).toBe(true),
	),
	odd(
		'tracks begin at 7, and 9 stands before 8',
		(upstream, id) => {
			for (const track of [7, 9, 8])
				upstream.recording(id, { track, tune: `Spring ${track}`, tune_id: '' }, null);
		},
		(site, id) => expect(site.value('SELECT tracks FROM recording WHERE id = ?', id)).toBe(3),
	),
	odd(
		'a track is number 0',
		(upstream, id) =>
			upstream.recording(id, { track: 0, number: 0, tune: 'Nought', tune_id: '' }, null),
		(site, id) => expect(site.has(`/recordings/${id}`) || site.reasons(id).length > 0).toBe(true),
	),
	odd(
		'two tunes of a track have the same number',
		(upstream, id) => {
			for (const tune of ['Port', 'Starboard'])
				upstream.recording(id, { tune, tune_id: '' }, null).text(`/recordings/${id}`, tune, [id]);
		},
		(site, id) =>
			expect(site.value('SELECT count(*) FROM track_tune WHERE recording_id = ?', id)).toBe(2),
	),
	odd(
		'a setting was moved and its old tune is gone',
		(upstream, id) =>
			upstream
				.tune(id + 1, { setting_id: id + SETTING }, null)
				.page('tunes', id + 1, { name: `Ferry ${id + 1}`, settings: [] }),
		(site, id) => {
			expect(site.value('SELECT tune_id FROM setting WHERE id = ?', id + SETTING)).toBe(id + 1);
			expect(site.has(`/tunes/${id}`)).toBe(false);
		},
	),
	odd(
		'a setting was moved and its old page still has it',
		(upstream, id) =>
			upstream
				.tune(id + 1, { setting_id: id + SETTING }, null)
				.page('tunes', id, { name: `Old ${id}`, settings: [{ id: id + SETTING }] }),
		(site, id) =>
			expect(site.value('SELECT tune_id FROM setting WHERE id = ?', id + SETTING)).toBe(id + 1),
	),
	odd(
		'two tunes have the same setting in the CSV',
		(upstream, id) => upstream.tune(id, {}, null).tune(id + 1, { setting_id: id + SETTING }, null),
		(site, id) => {
			expect(site.value('SELECT count(*) FROM setting WHERE id = ?', id + SETTING)).toBe(1);
			expect(site.reasons(id + SETTING)).not.toEqual([]);
		},
	),
	odd(
		'a set has a tune that is gone',
		(upstream, id) =>
			upstream
				.set(id, { tune_id: 900_000_001, setting_id: 900_000_002, name: `Lost ${id}` })
				.text(null, `Lost ${id}`, [id]),
		(site, id) =>
			expect(site.value('SELECT count(*) FROM tuneset_tune WHERE tuneset_id = ?', id)).toBe(1),
	),
	odd(
		'a set has gaps and twins in its order',
		(upstream, id) => {
			for (const [at, settingorder] of [1, 1, 5, 3].entries())
				upstream.set(id, { settingorder, name: `Leg ${at} of ${id}`, tune_id: '' });
		},
		(site, id) =>
			expect(site.value('SELECT count(*) FROM tuneset_tune WHERE tuneset_id = ?', id)).toBe(4),
	),
	odd(
		'a set is nobody’s',
		(upstream, id) => upstream.set(id, { username: '', member_id: '' }),
		(site, id) => expect(site.value('SELECT count(*) FROM tuneset WHERE id = ?', id)).toBe(1),
	),
	odd(
		'a set is of two members',
		(upstream, id) =>
			upstream
				.set(id, { username: 'Una', member_id: 71 })
				.set(id, { settingorder: 2, username: 'Vera', member_id: 72 }),
		(site, id) =>
			expect(site.value('SELECT count(*) FROM tuneset_tune WHERE tuneset_id = ?', id)).toBe(2),
	),
	odd(
		'an alias is of a tune that is gone',
		(upstream, id) => upstream.alias(id, `Nowhere ${id}`),
		(site, id) => expect(site.reasons(id)).not.toEqual([]),
	),
	odd(
		'an alias is the tune’s own name',
		(upstream, id) => upstream.tune(id).alias(id, `Ferry ${id}`),
		(site, id) => expect(site.has(`/tunes/${id}`)).toBe(true),
	),
	odd(
		'tunebooks are of a tune that is gone',
		(upstream, id) => upstream.popular(id, 50),
		(site, id) => expect(site.reasons(id)).not.toEqual([]),
	),
	...['-5', '0', '', 'many', '99999999999', '12.5'].map((tunebooks) =>
		odd(
			`a tune is in “${tunebooks}” tunebooks`,
			(upstream, id) => upstream.tune(id).popular(id, tunebooks),
			(site, id) =>
				expect(
					site.value(
						'SELECT tunebooks >= 0 AND tunebooks = cast(tunebooks AS INTEGER) FROM tune WHERE id = ?',
						id,
					),
				).toBe(1),
		),
	),
	...['0', '-1', '', 'abc', '9999999999', '1e3', '١٢'].map((given) =>
		odd(
			`the id of a row of events is “${given}”`,
			(upstream, id) =>
				upstream
					.event(id)
					.row('events', { id: given, event: `Numberless ${id}`, dtstart: '2030-01-01 00:00:00' }),
			(site) =>
				expect(
					site.told().some(({ source }) => source === 'csv/events.csv') || given === '1e3',
				).toBe(true),
		),
	),
	...[
		['mode', 'H major'],
		['mode', 'G'],
		['mode', 'g dorian'],
		['mode', ''],
		['meter', 'C|'],
		['meter', '6/0'],
		['meter', ''],
		['meter', '4/4/4'],
		['type', ''],
		['name', ''],
	].map(([column = '', value = '']) =>
		odd(
			`the ${column} of a tune is “${value}”`,
			(upstream, id) =>
				upstream.tune(
					id,
					{ [column]: value },
					{ settings: [{ id: id + SETTING }], name: `Ferry ${id}` },
				),
			(site, id) =>
				expect(site.has(`/tunes/${id}`) || site.reasons(id + SETTING).length > 0).toBe(true),
		),
	),
	odd(
		'a name has 600 letters',
		(upstream, id) => upstream.session(id, { name: 'Seaweed '.repeat(75) }, null).untold(id),
		(site, id) => expect(site.has(`/sessions/${id}`) || site.reasons(id).length > 0).toBe(true),
	),
	odd(
		'a name has 600 letters on its page alone',
		(upstream, id) => upstream.discussion(id, { name: 'Seaweed '.repeat(75) }).untold(id),
		(site, id) => expect(site.has(`/discussions/${id}`) || site.reasons(id).length > 0).toBe(true),
	),
	odd(
		'a comment has its date in words alone',
		(upstream, id) =>
			upstream.tune(
				id,
				{},
				{ comments: [{ id: id + COMMENT, html: '<p>Whenever.</p>', date: '' }] },
			),
		(site, id) =>
			expect(site.value('SELECT date FROM comment WHERE thing_id = ?', id)).toBe(
				'2021-05-03 00:00:00',
			),
	),
	odd(
		'a comment is of the year 2999',
		(upstream, id) =>
			upstream.session(
				id,
				{},
				{ comments: [{ id: id + COMMENT, html: '<p>Later.</p>', date: '2999-01-01 00:00:00' }] },
			),
		(site, id) => expect(site.has(`/sessions/${id}`)).toBe(true),
	),
	odd(
		'two comments have the same number',
		(upstream, id) =>
			upstream.event(
				id,
				{},
				{
					comments: [
						{ id: id + COMMENT, html: '<p>First.</p>' },
						{ id: id + COMMENT, html: '<p>Second.</p>' },
					],
				},
			),
		(site, id) => {
			const n = Number(
				site.value('SELECT count(*) FROM comment WHERE kind = ? AND thing_id = ?', 'events', id),
			);
			expect(n === 2 || site.reasons(id + COMMENT).length > 0).toBe(true);
		},
	),
	odd(
		'a discussion has no comment',
		(upstream, id) => upstream.discussion(id, { comments: [] }),
		(site, id) => expect(site.text(`/discussions/${id}`)).toContain(`Varnish ${id}`),
	),
	...[
		'javascript:alert(1)',
		'anchor.example',
		'http://',
		'mailto:nell@anchor.example',
		'ftp://anchor.example/',
	].map((website) =>
		odd(
			`the website of a session is “${website}”`,
			(upstream, id) => upstream.session(id, {}, { website }),
			(site, id) =>
				expect(
					site.links(`/sessions/${id}`).filter((link) => /^(javascript|ftp):/.test(link)),
				).toEqual([]),
		),
	),
	odd(
		'a telephone number is a sentence',
		(upstream, id) =>
			upstream.session(id, {}, { telephone: 'Ask for Nell after six, 091 555 123' }),
		(site, id) => expect(site.text(`/sessions/${id}`)).toContain('Ask for Nell'),
	),
];

export const values: OddityKind = {
	title: '10: values that cannot be',
	rows: [...places, ...times, ...nobody, ...joined],
};

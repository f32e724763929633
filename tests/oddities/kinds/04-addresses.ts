import { expect } from 'vitest';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { Site } from '../site.ts';
import { COMMENT, type Upstream } from '../upstream.ts';

/** Names of which a file or an address is made. */
const NAMES: [string, string][] = [
	['of 260 letters', 'Letitia'.repeat(38).slice(0, 260)],
	['of 200 letters abroad', '名'.repeat(200)],
	['of two dots', '..'],
	['of a slash', 'either/or'],
	['of a backslash', 'either\\or'],
	['of a path', '../../../etc/passwd'],
	['of a device', 'con'],
	['of an address of ours', 'new'],
	['of another address of ours', 'letters'],
	['of a file of ours', 'index'],
	['of a form of ours', 'json'],
	['of a number', '1234567'],
	['of a fiddle', '🎻'],
	['of marks', '?#%&='],
	['of a percent sign', 'fifty%20fifty'],
	['of quotes', `"Nob" 'Nancy'`],
	['of dots at its end', 'Ends...'],
	['of blanks only in the middle', 'A  B'],
	['of another script', 'Михаил'],
	['from right to left', 'שָׁלוֹם'],
	['of combining marks', `Z${'\u0301'.repeat(60)}`],
	['of a lone surrogate', 'half \ud83c'],
	['of prototype', '__proto__'],
	['of a constructor', 'constructor'],
];

/** Who and what has an address made of a name. */
const OWNERS: Record<string, (upstream: Upstream, id: number, name: string) => void> = {
	member: (upstream, id, name) =>
		upstream.tune(
			id,
			{ username: name },
			{ comments: [{ id: id + COMMENT, html: '<p>Aye.</p>' }] },
		),
	artist: (upstream, id, name) => upstream.recording(id, { artist: id }, { artist: name }),
	composer: (upstream, id, name) =>
		upstream.tune(id, { composer: name }).tune(id + 1, { composer: name }),
	area: (upstream, id, name) => upstream.session(id, { area: name }, { area: name }),
	country: (upstream, id, name) =>
		upstream
			.session(id, { country: name }, { country: name })
			.event(id, { country: name }, { country: name }),
};

/** The page a thing's own page links to is there, and its name no longer than a file's may be. */
const linked: Record<string, (site: Site, id: number) => string> = {
	member: (site, id) =>
		String(
			site.value(
				`SELECT '/members/' || slug FROM member WHERE id = (SELECT member_id FROM setting WHERE tune_id = ?)`,
				id,
			),
		),
	artist: (site, id) =>
		String(
			site.value(`SELECT '/recordings/artists/' || artist_slug FROM recording WHERE id = ?`, id),
		),
	composer: (site, id) =>
		String(site.value(`SELECT '/tunes/composers/' || composer_slug FROM tune WHERE id = ?`, id)),
	area: (site, id) =>
		String(
			site.value(`SELECT '/sessions/countries/' || country_slug FROM session WHERE id = ?`, id),
		),
	country: (site, id) =>
		String(site.value(`SELECT '/events/countries/' || country_slug FROM event WHERE id = ?`, id)),
};

const owners = Object.keys(OWNERS);

const named = NAMES.flatMap(([what, name], at) =>
	// Each name for two of the five, in turn: together every name meets every way of making an address.
	[owners[at % 5], owners[(at + 2) % 5]].map((owner = 'member'): Oddity => ({
		name: `the name of a ${owner} is ${what}`,
		change: (upstream, id) => OWNERS[owner]?.(upstream, id, name),
		shown(site, id) {
			const address = linked[owner]?.(site, id) ?? '';
			// Of two dots nobody is called: the composer is unknown.
			if (owner === 'composer' && address === 'null') return;
			expect(site.has(address), address).toBe(true);
			for (const segment of address.split('/'))
				expect(Buffer.byteLength(`${segment}.html`)).toBeLessThanOrEqual(120);
		},
	})),
);

/** Pairs of spellings of one name, and of two. */
const PAIRS: [string, string, string, 1 | 2][] = [
	['two blanks', 'Mary  Ann', 'Mary Ann', 1],
	['a blank that does not break', 'Kate\u00a0Rose', 'Kate Rose', 1],
	['accents put together and apart', 'Se\u00e1n Og', 'Sea\u0301n Og', 1],
	['both apostrophes', 'O’Riordan', "O'Riordan", 1],
	['a tab', 'Peg\tLeg', 'Peg Leg', 1],
	['a mark of direction', 'Bo\u200eat', 'Boat', 1],
	['a soft hyphen', 'Long\u00adshore', 'Longshore', 1],
	['a line break', 'Two\nLines', 'Two Lines', 1],
	['case', 'mcgarry', 'McGarry', 2],
	['accents', 'Róisín', 'Roisin', 2],
	['a dot', 'St. Clair', 'St Clair', 2],
	['scripts that fold to nothing', '名', '曲', 2],
	['a hyphen', 'Jean-Luc', 'Jean Luc', 2],
];

const pairs = PAIRS.flatMap(([what, one, other, different], at): Oddity[] => [
	{
		name: `two spellings of a member differ in ${what}: ${different === 1 ? 'one' : 'two'}`,
		change: (upstream, id) =>
			upstream
				.tune(id, { username: `${one} ${at}x` }, { settings: [] })
				.tune(id + 1, { username: `${other} ${at}x` }, { settings: [] }),
		stored: (stored, id) =>
			expect(
				stored.value(
					'SELECT count(DISTINCT member_id) FROM setting WHERE tune_id IN (?, ?)',
					id,
					id + 1,
				),
			).toBe(different),
	},
]);

const LONG = 'Long Ago And Far Away '.repeat(12);

export const addresses: OddityKind = {
	title: '4: texts that become addresses',
	rows: [
		...named,
		...pairs,
		...owners.map((owner): Oddity => ({
			name: `two names of 260 letters of a ${owner} differ at their end`,
			change(upstream, id) {
				OWNERS[owner]?.(upstream, id, `${LONG}${owner} one`);
				OWNERS[owner]?.(upstream, id + 2, `${LONG}${owner} two`);
			},
			shown(site, id) {
				const [one, two] = [linked[owner]?.(site, id), linked[owner]?.(site, id + 2)];
				if (owner !== 'area') expect(one).not.toBe(two);
				expect(site.has(one ?? '') && site.has(two ?? '')).toBe(true);
			},
		})),
		{
			name: 'a type of tune is not one of the twelve',
			change: (upstream, id) =>
				upstream.tune(id, { type: 'polca / schottische' }, { type: 'polca / schottische' }),
			shown: (site, id) => expect(site.has(`/tunes/${id}`)).toBe(true),
		},
		{
			name: 'a type of tune has 300 letters',
			change: (upstream, id) =>
				upstream.tune(id, { type: 'reel'.repeat(75) }, { type: 'reel'.repeat(75) }),
			shown: (site, id) => expect(site.has(`/tunes/${id}`)).toBe(true),
		},
		{
			name: 'a metre has a path in it',
			change: (upstream, id) => upstream.tune(id, { meter: '../4' }),
			shown: (site, id) => expect(site.has(`/tunes/${id}`)).toBe(true),
		},
		{
			name: 'an area has the number of a page',
			change: (upstream, id) => upstream.session(id, { area: '2' }, { area: '2' }),
			shown: (site, id) => expect(site.has(`/sessions/${id}`)).toBe(true),
		},
	],
};

import { expect } from 'vitest';
import type { Kind } from '../../../src/core/kinds.ts';
import type { OddityKind } from '../oddity.ts';
import type { Site } from '../site.ts';
import { COMMENT, type Upstream } from '../upstream.ts';

/** `n` comments on one thing; their numbers are far from those of other oddities. */
function thread(n: number, first: number): { id: number; html: string }[] {
	return Array.from({ length: n }, (_, at) => ({
		id: first + at,
		html: `<p>High water, so they said, was at ${at}; and nobody on the quay agreed with anybody.</p>`,
	}));
}

/** Every comment's anchor on the pages of its thread, each once. */
function anchors(site: Site, address: string): number {
	let pages = site.raw(address);
	for (let n = 2; site.has(`${address}/${n}`); n++) pages += site.raw(`${address}/${n}`);
	return new Set(pages.match(/\bid="?comment\d+/g)).size;
}

const onThing = (
	n: number,
	kind: Kind,
	add: (upstream: Upstream, id: number, comments: object) => void,
) => ({
	name: `one of ${kind} has ${n} comments`,
	change: (upstream: Upstream, id: number) =>
		add(upstream, id, { comments: thread(n, 100_000_000 + id * 5) }),
	shown(site: Site, id: number) {
		expect(
			site.value('SELECT count(*) FROM comment WHERE kind = ? AND thing_id = ?', kind, id),
		).toBe(n);
		expect(anchors(site, `/${kind}/${id}`)).toBe(n);
	},
});

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** A word that no other number has, hard to compress. */
const word = (n: number): string =>
	[7, 11, 13, 17, 19, 23, 5].map((p) => letters[(n * p * p + (n >> 3) * p) % 26]).join('');

export const sizes: OddityKind = {
	title: '3: formats that assume a size',
	rows: [
		onThing(3000, 'discussions', (upstream, id, parts) => upstream.discussion(id, parts)),
		onThing(301, 'discussions', (upstream, id, parts) => upstream.discussion(id, parts)),
		onThing(700, 'tunes', (upstream, id, parts) => upstream.tune(id, {}, parts)),
		onThing(500, 'sessions', (upstream, id, parts) => upstream.session(id, {}, parts)),
		onThing(500, 'recordings', (upstream, id, parts) => upstream.recording(id, {}, parts)),
		onThing(500, 'events', (upstream, id, parts) => upstream.event(id, {}, parts)),
		{
			name: 'popular tunes have 14,000 long names',
			change(upstream, id) {
				for (let tune = id; tune < id + 20; tune++) {
					upstream.tune(tune).popular(tune, 900);
					for (let n = 0; n < 700; n++)
						upstream.row('aliases', {
							tune_id: tune,
							alias:
								[1, 2, 3, 4].map((k) => word(tune * 7919 + n * 13 + k * 104_729)).join(' ') +
								` ${n}`,
							name: 'Ferry',
						});
				}
			},
			shown(site, id) {
				expect(site.has('/names/index.json') || site.has('/names/popular.json')).toBeDefined();
				expect(site.value('SELECT count(*) FROM alias WHERE tune_id = ?', id)).toBe(700);
			},
		},
		{
			name: 'a town has 400 sessions at one spot',
			change(upstream, id) {
				for (let n = 0; n < 400; n++) upstream.session(id + n, { town: 'Crowded' }, null);
			},
			shown: (site, id) =>
				expect(
					site.value('SELECT count(*) FROM session WHERE id BETWEEN ? AND ?', id, id + 399),
				).toBe(400),
		},
		{
			name: 'a set has 120 tunes',
			change(upstream, id) {
				for (let n = 1; n <= 120; n++)
					upstream.set(id, { settingorder: n, member_id: 6, username: 'Rafferty' });
			},
			shown: (site, id) =>
				expect(site.value('SELECT count(*) FROM tuneset_tune WHERE tuneset_id = ?', id)).toBe(120),
		},
		{
			name: 'a comment has 5,000 paragraphs',
			change: (upstream, id) =>
				upstream.session(
					id,
					{},
					{ comments: [{ id: id + COMMENT, html: '<p>Row on.</p>'.repeat(5000) }] },
				),
			shown: (site, id) => expect(site.has(`/sessions/${id}`)).toBe(true),
		},
		{
			name: 'a composer made 250 tunes',
			change(upstream, id) {
				for (let n = 0; n < 250; n++)
					upstream.tune(id + n, { setting_id: id * 10 + n, composer: `Prolific ${id}` }, null);
			},
			shown: (site, id) => expect(site.has(`/tunes/composers/prolific-${id}/3`)).toBe(true),
		},
	],
};

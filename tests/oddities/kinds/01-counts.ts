import { expect } from 'vitest';
import type { Kind } from '../../../src/core/kinds.ts';
import type { Oddity, OddityKind } from '../oddity.ts';
import type { PageParts } from '../pages.ts';
import { COMMENT, SETTING, type Upstream } from '../upstream.ts';

/** Comments in which there is no word to search for. */
const WORDLESS: [string, string][] = [
	['a smiley', '<p>:-)</p>'],
	['an ellipsis', '<p>…</p>'],
	['nothing', ''],
	['an empty paragraph', '<p></p>'],
	['blanks that do not break', '<p>&nbsp;&nbsp;</p>'],
	['a fiddle', '<p>🎻</p>'],
	['dashes', '<p>— — —</p>'],
	['marks nobody sees', '<p>\u200b\u200e\ufeff</p>'],
	['a script', '<script>document.title</script>'],
	['a picture', '<p><img src="x.png"></p>'],
	['a line break', '<br>'],
	['a comment of HTML', '<!-- gone -->'],
	['a link without text', '<a href="https://example.org/"></a>'],
	['an exclamation', '<p>!!!</p>'],
	['a private character', '<p>\ue000</p>'],
	['one letter', '<p>a</p>'],
	['stars', '<p>***</p>'],
];

const SECTIONS: Kind[] = ['tunes', 'recordings', 'sessions', 'events', 'discussions'];

/** A thing of any kind that both repositories have. */
function thing(upstream: Upstream, kind: Kind, id: number, page: PageParts): void {
	if (kind === 'tunes') upstream.tune(id, {}, page);
	else if (kind === 'recordings') upstream.recording(id, {}, page);
	else if (kind === 'sessions') upstream.session(id, {}, page);
	else if (kind === 'events') upstream.event(id, {}, page);
	else upstream.discussion(id, page);
}

const wordless = WORDLESS.map(([what, html], at): Oddity => {
	const kind = SECTIONS[at % SECTIONS.length] ?? 'tunes';
	return {
		name: `the only comment on one of ${kind} is ${what}`,
		change: (upstream, id) =>
			thing(upstream, kind, id, { comments: [{ id: id + COMMENT, html, member: 'Oona' }] }),
		shown(site, id) {
			expect(site.value('SELECT count(*) FROM comment WHERE thing_id = ?', id)).toBe(1);
			expect(site.raw(`/${kind}/${id}`)).toContain(`comment${id + COMMENT}`);
		},
	};
});

/** Music that no staff can be made of, or hardly any. */
const UNDRAWN: [string, string][] = [
	['is empty', ''],
	['is a bar line', '|'],
	['is a rest', 'z8|'],
	['is prose', 'Played twice through, then into the next one.'],
	['is a key and no more', 'K:Gmajor'],
	['opens a quote and never ends it', '|:"G2BG dGBG|'],
	['opens a chord and never ends it', '|:[GBd G2BG|'],
	['is of numbers', '123 456 789'],
	['is of letters abroad', 'до ре ми фа'],
	['has 20,000 notes', 'GABc '.repeat(5000)],
	['has one bar of 3,000 notes', 'G'.repeat(3000)],
	['is of blanks', '   \n  \n'],
	['has a note of length 99999999999', 'G99999999999|'],
	['divides by zero', '|:G/0 A0/0 B2|'],
	['has a tuplet of nothing', '(3 (0 (99999999 GAB|'],
	['has a mark of nothing', '!! ++ !trill! "" G2|'],
	['repeats 5,000 times', '|:G8:|'.repeat(5000)],
	['has octaves beyond hearing', `G${"'".repeat(300)} A${','.repeat(300)}|`],
];

const undrawn = UNDRAWN.map(([what, abc]): Oddity => ({
	name: `a setting ${what}`,
	change: (upstream, id) => upstream.tune(id, { abc }, { comments: [] }),
	shown(site, id) {
		expect(site.has(`/tunes/${id}`)).toBe(true);
		const isStored = site.value('SELECT count(*) FROM setting WHERE id = ?', id + SETTING) === 1;
		expect(isStored || site.reasons(id + SETTING).length > 0).toBe(true);
	},
}));

/** Names in which there is nothing to fold, to sort or to index. */
const NAMES = ['???', '…', '-', '🎻🎻', '名もなき曲', 'Ж', '٤٢', '#', '.', "'", '“”', '0'];

const named = NAMES.map((name): Oddity => ({
	name: `a tune is called ${name}`,
	change: (upstream, id) => upstream.tune(id, { name }, { name }).alias(id, `${name}${name}`),
	shown: (site, id) => expect(site.text(`/tunes/${id}`)).toContain(name),
}));

export const counts: OddityKind = {
	title: '1: counts of what another program makes',
	rows: [...wordless, ...undrawn, ...named],
};

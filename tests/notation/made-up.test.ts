import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../src/notation/abc/tidy.ts';
import { playedNotes } from './expand-repeats.ts';
import { heard, withoutOrnaments } from './heard.ts';
import { readAbc } from './read-abc.ts';

// Tunes made of sections, each written in one of the many ways people have.

const note = fc
	.tuple(
		fc.constantFrom('', '', '', '{g}', '(3', '"Am"', '!trill!', 'z'),
		fc.constantFrom('', '', '', '^', '_', '='),
		fc.constantFrom(...'CDEFGABcdefgab'),
		fc.constantFrom('', '', ',', "'"),
		fc.constantFrom('', '2', '/', '3/2', '2-', ' '),
	)
	.map((parts) => parts.join(''));
const chord = fc.constantFrom('[CE]', '[G,DB]2', '[Ac]-', '[ce]/');
const bar = fc
	.array(fc.oneof({ arbitrary: note, weight: 9 }, { arbitrary: chord, weight: 1 }), {
		minLength: 2,
		maxLength: 4,
	})
	.map((notes) => notes.join(''));

function barsOf(most: number): fc.Arbitrary<string> {
	const joint = fc.constantFrom('|', '|', '|', ' | ', '|\n', '\n|');
	return fc
		.array(fc.tuple(joint, bar), { minLength: 1, maxLength: most })
		.map((bars) => bars.map(([line, notes], i) => (i > 0 ? line : '') + notes).join(''));
}

const first = ['|1 ', '|[1 ', '[1 ', '| [1 ', '|1.', ':|1 ', '| 1 ', '|\n[1 ', '|\n|1 '];
const second = [
	':|2 ',
	':|[2 ',
	'|2 ',
	':| [2 ',
	':| |2 ',
	':|\n[2 ',
	':||2 ',
	':|]2 ',
	'||2 ',
	':|1 ',
];
const close = ['||', '|]', '||\n', ':|', '|\n', ':|\n', '::', '||:'];
const start = ['', '', '|:', '|:', '[|:', '||:', '|', '\n|:'];

const plain = fc.constantFrom('|', '||', '|]', '|\n', '||\n');
const repeat = fc.constantFrom(':|', ':|\n', ':|]', '::', ':|:', ':||', ': |', ':|\n|');
const endings = fc
	.tuple(fc.constantFrom(...first), barsOf(2), fc.constantFrom(...second), barsOf(2))
	.chain((parts) => fc.constantFrom(...close).map((end) => parts.join('') + end));
const list = fc
	.tuple(
		...[fc.constantFrom('|1,3 ', '|[1,3 ', '|1,2 ', '|1-2 '), barsOf(2)],
		...[
			fc.constantFrom(':|2 ', ':|3 ', ':|[3 '),
			barsOf(2),
			fc.constantFrom('||', '|]', '||\n', ':|'),
		],
	)
	.map((parts) => parts.join(''));
const section = fc
	.tuple(fc.constantFrom(...start), barsOf(5), fc.oneof(plain, repeat, endings, list))
	.map((parts) => parts.join(''));
const tune = fc
	.array(fc.tuple(section, fc.constantFrom('', '\n', ' ', '\n\n')), { minLength: 1, maxLength: 3 })
	.map((sections) => sections.flat().join(''));

describe('any tune made of sections, tidied', () => {
	it('is played by abcjs as a musician would play it, with every note written', () => {
		fc.assert(
			fc.property(tune, (abc) => {
				const { body } = tidyAbc(abc);
				// abcjs forgets an accidental on a note that a tie leads to; people seldom write one.
				fc.pre(!/-(?!\d)[^A-Ga-g]*[_=^]/.test(body.replace(/"[^"]*"|\{.\}|!\w+!/g, '')));
				const played = playedNotes(body, 'Gmajor').map(({ pitch }) => pitch);
				const { pitches } = heard(withoutOrnaments(body), { meter: '4/4', mode: 'Gmajor' });
				expect(pitches).toEqual(played);

				const untied = body.replace(/-(?!\d)/g, ' ');
				const places = new Set(playedNotes(untied, 'Gmajor').map(({ at }) => at));
				const written = readAbc(untied, 'Gmajor').filter(({ kind }) => kind === 'notes');
				expect(places.size).toBe(written.length);
				expect(tidyAbc(body)).toEqual({ body, mends: [] });
			}),
			// Always the same tunes: one odd enough to differ must not stop a build now and then.
			{ numRuns: 2000, seed: 7 },
		);
	});
});

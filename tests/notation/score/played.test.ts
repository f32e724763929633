import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { readScore } from '../../../src/notation/score/score.ts';
import { soundsOf } from '../../../src/notation/score/sounds.ts';
import { eventsOf } from './written.ts';

const NOTES =
	"A B c d e' F, G ^f _B =c ^^G __e A2 B>c d<e f3 [DA] [F^c]2 z z2 (3ABc (3^d=ef (3:2:2G2A {g}A {^c}c ~G .B A-A";
const TIES = 'G2-|G ^F-|F [DA]-[DA] B2-|B2-|B [^FA]-|[FA]';
const SIGNS = [
	'|',
	'||',
	'|\n',
	'[K:G]',
	'[K:Ebm]',
	'[K:F#min]',
	'|\nK:Bdor\n',
	'|\nP:B\n',
	'[M:6/8]',
];

const bodies = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...NOTES.split(' ')) },
		{ weight: 1, arbitrary: fc.constantFrom(...TIES.split(' ')) },
		{ weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
	),
	{ maxLength: 40 },
);

it('reads the notes that abcjs plays', () => {
	fc.assert(
		fc.property(bodies, (body) => {
			const { tune } = parseAbc(`X:1\nT:Invented\nM:4/4\nL:1/8\nK:D\n${body.join(' ')}|\n`);
			const sounding = eventsOf(readScore(tune)).filter(({ tiedFrom }) => !tiedFrom);
			const [melody = []] = soundsOf(tune, { chordsOff: true });
			const played = melody.filter(({ cmd, style }) => cmd === 'note' && style !== 'grace');
			expect(sounding.flatMap(({ pitches }) => pitches.map(({ midi }) => midi))).toEqual(
				played.map(({ pitch }) => pitch),
			);
		}),
		{ numRuns: 500 },
	);
});

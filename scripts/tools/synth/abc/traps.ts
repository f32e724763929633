import type { Rng } from '../random.ts';

/** Things people write that parsers of ABC stumble over; each changes a well-formed body. */
export const TRAPS: readonly ((abc: string, mode: string, random: Rng) => string)[] = [
	(abc) => `${abc}\nSecond time through play the low octave, and end on the long note.`,
	(abc) => `The first part is often played as a bagpipe would have it\n${abc}`,
	(abc) => abc.replace(/:\|\n\|:/, ':|:'),
	(abc) => abc.replaceAll('|:', '').replace(':|', '|1 G4:|2 A4||'),
	(abc, mode) => insertLine(abc, `K:${mode.toLowerCase()}`),
	(abc) => insertLine(abc, 'M:3/4'),
	(abc) => abc.replace('|', '| K: '),
	(abc) => abc.replace(/([A-Ga-g])/, '"$1 $1'),
	(abc) => abc.replace(/\r?\n/g, ' '),
	(abc) => `P:AABB\n${abc}\nD.C.`,
	(abc, _mode, random) => abc.slice(0, random.between(20, 60)),
];

function insertLine(abc: string, line: string): string {
	return abc.replace('\n', `\n${line}\n`);
}

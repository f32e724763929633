import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { WrittenSetting } from '../../../src/notation/engraver/draw-setting.ts';

const TUNES = path.resolve(import.meta.dirname, '../../../sample/TheSession-data/csv/tunes.csv');

interface NamedSetting extends WrittenSetting {
	/** Of its golden file. */
	name: string;
}

/** Every setting of the sample's tables. */
export function sampleSettings(): NamedSetting[] {
	const rows: Record<string, string>[] = parse(readFileSync(TUNES), { columns: true });
	return rows
		.filter((row) => /^\d+$/.test(row['tune_id'] ?? ''))
		.map((row) => ({
			name: row['setting_id'] ?? '',
			meter: row['meter'] ?? '',
			mode: row['mode'] ?? '',
			abc: row['abc'] ?? '',
		}));
}

/** What the engraver must be able to draw, each with a sign of it in ABC. */
export const CONSTRUCTS: Record<string, (setting: WrittenSetting) => boolean> = {
	repeats: has(/\|:.*:\|/s),
	'double repeats': has(/::/),
	endings: has(/\|1.*:\|2/s),
	triplets: has(/\(3/),
	'rolls and trills': has(/~|T[A-Ga-g]/),
	'other ornaments': has(/![a-z]+!|\.[A-Ga-g]/),
	'grace notes': has(/\{[A-Ga-g]/),
	'chord symbols': has(/"[A-G]/),
	annotations: has(/"\^/),
	'chords of notes': has(/\[[A-Ga-g]{2}/),
	accidentals: has(/[_^=][A-Ga-g]/),
	ties: has(/[A-Ga-g]\d?-/),
	'ties over bars': has(/-\s*\|/),
	slurs: has(/\([A-Ga-g]/),
	'broken rhythm': has(/[A-Ga-g][<>]/),
	rests: has(/z/),
	'ledger lines': has(/[A-C],|[c-g]'/),
	'a key change': has(/K:/),
	'a change of metre': has(/\[M:|^M:/m),
	'named parts': has(/^P:/m),
	'a pick-up': has(/^[A-Ga-g]{1,3}\d?\|/),
	'6/8': ({ meter }) => meter === '6/8',
	'9/8': ({ meter }) => meter === '9/8',
	'12/8': ({ meter }) => meter === '12/8',
	'3/2': ({ meter }) => meter === '3/2',
	'3/4': ({ meter }) => meter === '3/4',
	'2/4': ({ meter }) => meter === '2/4',
	'five sharps': ({ mode }) => mode === 'Bmajor',
	flats: ({ mode }) => /^(F|Bb|Eb)major|[DGC](minor|dorian)/.test(mode),
	sixteenths: has(/[A-Ga-g]\//),
	'minims and semibreves': has(/[A-Ga-g](4|6|8)/),
};

function has(sign: RegExp): (setting: WrittenSetting) => boolean {
	return ({ abc }) => sign.test(abc);
}

/** Made for what the sample's tunes do not have. */
const MADE: NamedSetting[] = [
	made('made-annotations', '4/4', 'Gmajor', '|:"G""^slowly"G2B2 d2B2|"D7"A2c2 "_soft"F2A2|"G"G8:|'),
	made(
		'made-chords',
		'4/4',
		'Dmajor',
		'[DFA]4 [Ad]4|[EG]2[FA]2 [D,A,]4|[Bd][ce] [df]2 [D2d2] z2|]',
	),
	made('made-ties', '6/8', 'Gmajor', 'G6-|G3 B3-|B2c d3-|d6-|d3 (def)|(g2d B2G)|A6|]'),
	made(
		'made-keys',
		'4/4',
		'Gmajor',
		'|:G2B2 d4|c2A2 F4:|\nK:Dmaj\n|:d2f2 a4|g2e2 c4:|[K:Gmin]G4 _B4|=F8|]',
	),
	made('made-metres', '6/8', 'Aminor', '|:A2e e2d|c2B A3:|[M:9/8]ABc dcB A3|[M:4/4]A4 e4|c8|]'),
	made('made-parts', '4/4', 'Eminor', 'P:A\n|:E2B2 G2B2|e8:|\nP:B\n|:g2f2 e2d2|B8:|'),
	made(
		'made-ornaments',
		'4/4',
		'Dmajor',
		'!trill!d4 ~e4|.d.e.f.g !fermata!a4|uAvB !mordent!c2 Td4|!segno!d8|',
	),
	made('made-five-sharps', '3/4', 'Bmajor', 'F2|B2d2f2|g4 f2|^e2=d2_c2|B6|]'),
	made(
		'made-sixteenths',
		'2/4',
		'Dmajor',
		'A/B/c/d/ e2|f/e/d/c/ BA|d/>e/f/<g/ a2|a//b//a//g// f d2|]',
	),
	made('made-long-notes', '3/2', 'Cmajor', "C4 E4 G4|c8 B4|A12|G8 z4|C,4 G,4 c'4|c12|]"),
	made('made-endings', '4/4', 'Gmajor', '|:G2B2 d4|[1,3 c8:|[2,4 B8:|\n|:g8|1-2 f8:|3 e8||'),
	made('made-graces', '6/8', 'Dmajor', '|:{g}f2e {cd}e2d|A{Bcd}B A {/f}e2d|"D"{A}d3- d3:|'),
	made('made-double-repeats', '2/4', 'Gmajor', 'GA|B2d2|c2A2::g2f2|e2d2::B4|G4:|'),
	made('made-voices', '4/4', 'Gmajor', 'V:1\nG2B2 d4|c8|]\nV:2\nG,4 D4|C8|]'),
	made('made-lyrics', '3/4', 'Dmajor', 'd2 e2 f2|a4 f2|\nw: one two three four five\n'),
	made(
		'made-tuplets',
		'4/4',
		'Dmajor',
		'(3ABc (3ded f2 a2|(5abaga (3f2d2f2|(2de (3:2:2d2f a2 d2|]',
	),
];

function made(name: string, meter: string, mode: string, abc: string): NamedSetting {
	return { name, meter, mode, abc };
}

/** The settings with golden drawings: the first of each tune of the sample, and those made for it. */
export function goldenSettings(): NamedSetting[] {
	const rows: Record<string, string>[] = parse(readFileSync(TUNES), { columns: true });
	const first = new Map(rows.toReversed().map((row) => [row['tune_id'], row['setting_id']]));
	const chosen = new Set(first.values());
	return [...sampleSettings().filter(({ name }) => chosen.has(name)), ...MADE];
}

import type { Rng } from './random.ts';
import { at, rng } from './random.ts';

/** Words by frequency, drawn as in real text: the nth about 1/n as often. */
export interface Vocabulary {
	words: string[];
	draw: (random: Rng) => string;
}

const SIZE = 15_000;
/** Fine enough that the rarest word has a slot of its own. */
const SLOTS = 1 << 18;

const COMMON =
	'the a to and of in it I that is you for on was with but have this be not as at they are my or one if so from just like all there an would about can me some what we had by do more when your very good tune no know out up has their were been how who will which time get any think other played well then really much than also first only way could them here see its same too our over play great down two did now he even heard still most never always back little into old lot after where many such something thanks set best long sure though put maybe found find make last got around sound different might learned come through used version before keep though part night quite these why new day because people every between key always nice second often try'.split(
		' ',
	);
const CRAFT =
	'fiddle flute whistle banjo pipes box concertina bouzouki guitar harp bow reed drone chord melody rhythm session pub reel jig hornpipe polka slide waltz strathspey barndance mazurka march setting key major minor dorian mixolydian sharp flat octave bar ending repeat ornament roll triplet cut grace bowing fingering notation dots transcription recording album track sleeve notes tempo swing lift pulse dancers ceili festival workshop teacher lesson practice slow fast steady loud quiet tuning string rosin breath key low high variation phrase turn source manuscript collection book title name composer'.split(
		' ',
	);
const ONSETS = 'b br c cl d dr f fl g gl gr h j k l m n p pl r s sc sh sl st str t tr v w'.split(
	' ',
);
const NUCLEI = 'a e i o u ai ea oa oo ou'.split(' ');
const CODAS = ' b ck d ft g l ld ll m mp n nd nt p r rn rt s sk st t th'.split(' ');
const ENDINGS = [
	'',
	'',
	'',
	'',
	's',
	's',
	'ed',
	'ing',
	'er',
	'ly',
	'ness',
	'ment',
	'y',
	'le',
	'ish',
];

/** The vocabulary of a seed: common words, words about music, then invented ones. */
export function createVocabulary(seed: number): Vocabulary {
	const random = rng(seed, 'vocabulary');
	const words = new Set([...COMMON, ...CRAFT]);
	while (words.size < SIZE) words.add(inventWord(random));
	const list = [...words];
	const slots = zipfSlots(list.length);
	return { words: list, draw: (draw) => at(list, at(slots, draw.below(SLOTS))) };
}

/** One to three syllables and perhaps an ending. */
function inventWord(random: Rng): string {
	let word = '';
	for (let left = random.weighted(SYLLABLES); left > 0; left--) {
		word += random.pick(ONSETS) + random.pick(NUCLEI);
		if (left === 1 || random.chance(0.3)) word += random.pick(CODAS);
	}
	return word + random.pick(ENDINGS);
}

const SYLLABLES = [
	[1, 4],
	[2, 5],
	[3, 1],
] as const;

function zipfSlots(size: number): Uint16Array {
	const slots = new Uint16Array(SLOTS);
	const total = Array.from({ length: size }, (_, n) => 1 / (n + 2.7)).reduce((a, b) => a + b);
	let reached = 0;
	let slot = 0;
	for (let n = 0; n < size; n++) {
		reached += 1 / (n + 2.7) / total;
		while (slot < SLOTS && slot < reached * SLOTS) slots[slot++] = n;
	}
	return slots;
}

import { at } from './random.ts';
import {
	ADJECTIVES,
	BELONGINGS,
	DOINGS,
	FORENAMES,
	IRISH_ADJECTIVES,
	IRISH_NOUNS,
	JOURNEYS,
	NOUNS,
	PLACE_HEADS,
	PLACE_TAILS,
} from './words.ts';

/** Every invented town. */
export const PLACES = PLACE_HEADS.flatMap((head) => PLACE_TAILS.map((tail) => head + tail));

/** Two lists and how to make a name of a word from each; a third of the forms end in `, The`. */
const FORMS: readonly (readonly [
	readonly string[],
	readonly string[],
	(a: string, b: string, n: number) => string,
])[] = [
	[NOUNS, PLACES, (noun, place) => `${noun} Of ${place}, The`],
	[FORENAMES, BELONGINGS, (name, thing, n) => `${name}${n % 3 ? "'" : '’'}s ${thing}`],
	[JOURNEYS, PLACES, (journey, place) => `${journey} ${place}`],
	[ADJECTIVES, NOUNS, (adjective, noun) => `${adjective} ${noun}, The`],
	[DOINGS, NOUNS, (doing, noun) => `${doing} The ${noun}`],
	[PLACES, BELONGINGS, (place, thing) => `${place} ${thing}`],
	[NOUNS, NOUNS, (one, other) => `${one} And The ${other}, The`],
	[IRISH_NOUNS, IRISH_ADJECTIVES, (noun, adjective) => `${noun} ${adjective}`],
	[FORENAMES, PLACES, (name, place) => `${name} Of ${place}`],
];

/** The nth name of a tune as upstream writes it; all are distinct. */
export function tuneName(n: number): string {
	const [first, second, combine] = at(FORMS, n % FORMS.length);
	const { a, b, round } = pair(Math.floor(n / FORMS.length), first, second);
	const name = combine(a, b, n);
	if (round === 0) return name;
	return name.endsWith(', The')
		? `${name.slice(0, -5)} No. ${round + 1}, The`
		: `${name} No. ${round + 1}`;
}

/** The nth pair from two lists, in no visible order; after the last pair it starts again. */
export function pair(
	n: number,
	first: readonly string[],
	second: readonly string[],
): { a: string; b: string; round: number } {
	const size = first.length * second.length;
	// A prime larger than any list is coprime to every product, so this visits each pair once.
	const place = ((n % size) * 7919) % size;
	return {
		a: at(first, place % first.length),
		b: at(second, Math.floor(place / first.length)),
		round: Math.floor(n / size),
	};
}

import { at, type Rng } from '../synth/random.ts';

/** A way in which people type a name, and its label in the table. */
export interface TypedQuery {
	label: string;
	/** What is typed; undefined for a name that is not typed that way. */
	type: (name: string, random: Rng) => string | undefined;
	/** How many per cent must be found. */
	wanted: number;
}

export const TYPED_WAYS: readonly TypedQuery[] = [
	{ label: 'the whole name', type: (name) => name, wanted: 97 },
	{ label: 'without accents, in lower case', type: plain, wanted: 97 },
	{ label: 'with one typo, six letters or more', type: withTypo, wanted: 90 },
	{ label: 'the first 60 % of its letters', type: beginning, wanted: 80 },
];

const LETTER = /\p{L}/u;
const BEGINNING = 0.6;
/** Shorter names are not typed with a typo. */
const SHORTEST = 6;

function plain(name: string): string {
	return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One letter dropped, doubled, swapped with the next or replaced. */
function withTypo(name: string, random: Rng): string | undefined {
	const letters = [...name];
	const places = letters.flatMap((letter, n) => (LETTER.test(letter) ? [n] : []));
	if (places.length < SHORTEST) return undefined;
	const n = random.pick(places);
	const letter = at(letters, n);
	const isLast = n === letters.length - 1;
	const typo = random.pick([
		() => letters.splice(n, 1),
		() => letters.splice(n, 0, letter),
		() =>
			letters.splice(
				isLast ? n - 1 : n,
				2,
				...letters
					.slice(isLast ? n - 1 : n)
					.slice(0, 2)
					.reverse(),
			),
		() =>
			letters.splice(
				n,
				1,
				random.pick(
					[...'abcdefghijklmnopqrstuvwxyz'].filter((other) => other !== letter.toLowerCase()),
				),
			),
	]);
	typo();
	return letters.join('');
}

function beginning(name: string): string {
	const total = [...name].filter((letter) => LETTER.test(letter)).length;
	let left = Math.ceil(total * BEGINNING);
	let typed = '';
	for (const letter of name) {
		if (left === 0 && total > 0) break;
		typed += letter;
		if (LETTER.test(letter)) left--;
	}
	return typed;
}

import { slugify } from '../../../src/core/names.ts';
import { pair, PLACES } from './names.ts';
import type { Rng } from './random.ts';
import { ADJECTIVES, FORENAMES, NOUNS } from './words.ts';
import type { World } from './world.ts';

/** The nth member's name; all are distinct, though one in 64 differs from another only in accents. */
export function memberName(n: number): string {
	const k = Math.floor(n / 4);
	if (n % 64 === 63) return slugify(memberName(n - 3)).replaceAll('-', ' ');
	switch (n % 4) {
		case 0: {
			const { a, b, round } = pair(k, FORENAMES, PLACES);
			return `${a} ${b}${round ? ` ${round + 1}` : ''}`;
		}
		case 1: {
			const { a, b, round } = pair(k, NOUNS, PLACES);
			return `${a}${b}${round || ''}`.toLowerCase();
		}
		case 2: {
			const { a, b, round } = pair(k, ADJECTIVES, NOUNS);
			return `${a}${k % 9 ? ' ' : ' & '}${b}${round ? ` ${round}` : ''}`;
		}
		default: {
			const { a, round } = pair(k, NOUNS, NOUNS);
			return `${a}’s_${k}${round || ''}`;
		}
	}
}

/** A random active member: a few members do a great deal. */
export function someone(world: World, random: Rng): string {
	return memberName(random.skewed(world.members, 2.5));
}

/** The nth artist; upstream's CSV has the number, its pages the name. */
export function artistName(n: number): string {
	const { a, b, round } = n % 3 ? pair(n, FORENAMES, PLACES) : pair(n, ADJECTIVES, NOUNS);
	const name = n % 3 ? `${a} ${b}` : `The ${a} ${b}s`;
	return round ? `${name} ${round + 1}` : name;
}

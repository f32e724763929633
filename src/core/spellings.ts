import { compareStrings, foldLetters, nameKey, oneLine } from './names.ts';

/** Counts how often each spelling of a name is used. */
export class Spellings {
	readonly #counts = new Map<string, number>();

	add(spelling: string): void {
		this.#counts.set(spelling, (this.#counts.get(spelling) ?? 0) + 1);
	}

	/** Every spelling once, most used first; ties are ordered by code units. */
	byUse(): string[] {
		return [...this.#counts]
			.sort(([a, used], [b, usedToo]) => usedToo - used || compareStrings(a, b))
			.map(([spelling]) => spelling);
	}
}

/** The most used spelling; undefined when there are none. */
export function mostUsed(spellings: Iterable<string>): string | undefined {
	const counted = new Spellings();
	for (const spelling of spellings) counted.add(spelling);
	return counted.byUse()[0];
}

/** The name that most of these use, in its most common spelling; undefined when there are none. */
export function majorityName(names: readonly string[]): string | undefined {
	const key = mostUsed(names.map(nameKey));
	return mostUsed(names.filter((name) => nameKey(name) === key).map(oneLine));
}

/**
 * A key under which all spellings of a composer, an area or a country are equal: case, accents, apostrophes
 * and sentence punctuation do not count. Every other sign distinguishes names (`C`, `C#`), as do marks on
 * letters that are neither Latin nor Greek.
 */
export function spellingKey(name: string): string {
	const plain = nameKey(name);
	const key = foldLetters(plain.replaceAll("'", '').normalize('NFKD').replace(ACCENTS, ''))
		.replace(PUNCTUATION, ' ')
		.trim();
	return key || plain;
}

const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}|[\uFE00-\uFE0F]/gu;
const PUNCTUATION = /[\s.,:;_()[\]{}"“”„«»‹›·\p{Pd}]+/gu;

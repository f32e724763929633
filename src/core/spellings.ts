import { compareStrings, foldLetters, nameKey, oneLine } from './names.ts';

/** Counts how often a name is spelt which way. */
export class Spellings {
	readonly #counts = new Map<string, number>();

	add(spelling: string): void {
		this.#counts.set(spelling, (this.#counts.get(spelling) ?? 0) + 1);
	}

	/** Every spelling once, the most used first; of those used as often the first by code units. */
	byUse(): string[] {
		return [...this.#counts]
			.sort(([a, used], [b, usedToo]) => usedToo - used || compareStrings(a, b))
			.map(([spelling]) => spelling);
	}
}

/** The spelling that is used most; undefined of none. */
export function mostUsed(spellings: Iterable<string>): string | undefined {
	const counted = new Spellings();
	for (const spelling of spellings) counted.add(spelling);
	return counted.byUse()[0];
}

/** What most of these call it, in the spelling that most of those use; undefined of none. */
export function majorityName(names: readonly string[]): string | undefined {
	const key = mostUsed(names.map(nameKey));
	return mostUsed(names.filter((name) => nameKey(name) === key).map(oneLine));
}

/**
 * What all spellings of a composer, an area or a country have in common: case, accents, apostrophes and
 * the punctuation of a sentence are spelling; every other sign tells two apart (`C`, `C#`), as do marks
 * on letters that are neither Latin nor Greek.
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

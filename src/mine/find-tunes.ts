import { keyLabel } from '../domain/music.ts';
import type { NameFinder, NameHit } from '../finder/name-finder.ts';
import type { TuneRef } from './format.ts';
import { bareRef } from './migrate.ts';
import { pastedList } from './pasted-list.ts';
import type { Numbers } from './tune-refs.ts';

/** A piece of a list that names no tune for certain. */
export interface Unclear {
	text: string;
	/** Tunes that may be meant, the likeliest first. */
	choices: TuneRef[];
}

export interface FoundTunes {
	found: TuneRef[];
	unclear: Unclear[];
}

/** As many as a reader looks through. */
const CHOICES = 8;

/** Finds the tunes of a pasted list; what is not certain is left to the reader. */
export function findTunes(text: string, finder: NameFinder): FoundTunes {
	const result: FoundTunes = { found: [], unclear: [] };
	const take = (found: TuneRef | Unclear): void => {
		if ('choices' in found) result.unclear.push(found);
		else result.found.push(found);
	};
	for (const pasted of pastedList(text)) {
		if ('ref' in pasted) {
			take(knownTune(pasted.ref, finder) ?? unknownNumber(pasted.ref));
			continue;
		}
		const whole = findTune(pasted.text, finder);
		if ('tune' in whole || pasted.pieces.length < 2) take(whole);
		else for (const piece of pasted.pieces) take(findTune(piece, finder));
	}
	return result;
}

/** The one tune that has this name; else another that is also called so; else what may be meant. */
export function findTune(name: string, finder: NameFinder): TuneRef | Unclear {
	const hits = finder.find(name, CHOICES);
	const exact = hits.filter(({ closeness }) => closeness === 'exact');
	const named = exact.filter(({ alias }) => alias === null);
	const [only, another] = named.length > 0 ? named : exact;
	if (only && !another) return refOfHit(only);
	return { text: name, choices: hits.map(refOfHit) };
}

/** A tune of that number with what the tables of names tell of it. */
export function knownTune({ tune, setting }: Numbers, finder: NameFinder): TuneRef | undefined {
	const hit = finder.withId(tune);
	return hit && { ...refOfHit(hit), setting };
}

function unknownNumber({ tune, setting }: Numbers): Unclear {
	return { text: `tunes/${tune}`, choices: [bareRef(tune, setting)] };
}

function refOfHit({ address, name, detail, keys }: NameHit): TuneRef {
	const tune = Number(/\d+$/.exec(address)?.[0]);
	return { tune, setting: null, name, type: detail, key: keys.map(keyLabel).join(', ') };
}

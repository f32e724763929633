import { keyLabel } from '../../../core/music.ts';
import type { NameFinder, NameHit } from '../../../search/names/name-finder.ts';
import type { TuneRef } from './format.ts';
import { bareRef } from './migrate.ts';
import { pastedList } from './pasted-list.ts';
import type { Numbers } from './tune-refs.ts';

/** An item of a list that does not clearly identify a tune. */
export interface Unclear {
	text: string;
	/** Tunes that may be meant, likeliest first. */
	choices: TuneRef[];
	/** How many tunes of the list were found before it. */
	at: number;
}

export interface FoundTunes {
	found: TuneRef[];
	unclear: Unclear[];
	/** Names that have not been looked up yet. */
	waiting: string[];
}

/** As many as a reader would look through. */
const CHOICES = 8;

/** Finds the tunes of a pasted list; whatever is ambiguous is left to the reader. */
export function findTunes(text: string, finder: NameFinder): FoundTunes {
	const result: FoundTunes = { found: [], unclear: [], waiting: [] };
	const take = (found: TuneRef | Meant): void => {
		if ('choices' in found) result.unclear.push({ ...found, at: result.found.length });
		else result.found.push(found);
	};
	for (const pasted of pastedList(text)) {
		if ('ref' in pasted) {
			take(knownTune(pasted.ref, finder) ?? unknownNumber(pasted.ref));
			continue;
		}
		const whole = findTune(pasted.text, finder);
		if (isLabel(whole, pasted.beside)) continue;
		if ('tune' in whole || pasted.pieces.length < 2) take(whole);
		else for (const piece of pasted.pieces) take(findTune(piece, finder));
	}
	return result;
}

/** The tunes of a pasted list that need no names: those given by numbers and links; the rest waits. */
export function numbersIn(text: string): FoundTunes {
	const pasted = pastedList(text);
	return {
		found: pasted.flatMap((one) => ('ref' in one ? bareRef(one.ref.tune, one.ref.setting) : [])),
		unclear: [],
		waiting: pasted.flatMap((one) => ('text' in one ? one.text : [])),
	};
}

/** The only tune with this name; else one with it as another name; else the tunes that may be meant. */
function findTune(name: string, finder: NameFinder): TuneRef | Meant {
	const hits = finder.find(name, CHOICES);
	const exact = hits.filter(({ closeness }) => closeness === 'exact');
	const named = exact.filter(({ alias }) => alias === null);
	const [only, another] = named.length > 0 ? named : exact;
	if (only && !another) return refOfHit(only);
	return { text: name, choices: hits.map(refOfHit) };
}

/** The tune with that number and what the name tables know about it. */
export function knownTune({ tune, setting }: Numbers, finder: NameFinder): TuneRef | undefined {
	const hit = finder.withId(tune);
	return hit && { ...refOfHit(hit), setting };
}

type Meant = Omit<Unclear, 'at'>;

/** Whether a name only repeats a link or number beside it: `The Heron, tunes/27`. */
function isLabel(named: TuneRef | Meant, beside: readonly Numbers[]): boolean {
	const meant = 'choices' in named ? named.choices : [named];
	return meant.some(({ tune }) => beside.some((ref) => ref.tune === tune));
}

function unknownNumber({ tune, setting }: Numbers): Meant {
	return { text: `tunes/${tune}`, choices: [bareRef(tune, setting)] };
}

function refOfHit({ address, name, detail, keys }: NameHit): TuneRef {
	const tune = Number(/\d+$/.exec(address)?.[0]);
	return { tune, setting: null, name, type: detail, key: keys.map(keyLabel).join(', ') };
}

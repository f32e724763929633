import { tellingWords, typedWords, type Typed } from './fold-words.ts';
import {
	forgivenEdits,
	isNearlyArticle,
	fuzzyMatch,
	unharmedPieces,
	type FuzzyMatch,
} from './fuzzy-match.ts';

/** How a name was found, closest first. */
export const CLOSENESS = ['exact', 'prefix', 'word', 'words', 'inside', 'near'] as const;

export type Closeness = (typeof CLOSENESS)[number];

/** A match: the index of the thing, and which of its names matched. */
export interface Found {
	thing: number;
	name: number;
	closeness: Closeness;
}

const END = '\n';
const END_CODE = END.charCodeAt(0);

/** From this many letters on, a text occurs in few names. */
const FEW_OCCUR = 4;

/**
 * All names of things in one string, best known thing first: scanning for letters meets the best-known
 * matches first and stops when there are enough. No index is built.
 */
export class NameIndex {
	/** Each name's letters between two delimiters. */
	private readonly text: string;
	/** Where each name begins, and finally where the text ends. */
	private readonly begins: Uint32Array;
	private readonly isWordStart: Uint8Array;
	private readonly thingOf: Uint32Array;
	private readonly nameOf: Uint32Array;

	/** @param things the names of each thing, as folded words */
	constructor(things: readonly (readonly (readonly string[])[])[]) {
		const names = things.reduce((sum, thing) => sum + thing.length, 0);
		this.begins = new Uint32Array(names + 1);
		this.thingOf = new Uint32Array(names);
		this.nameOf = new Uint32Array(names);
		const pieces = [END];
		const starts: number[] = [];
		let at = 1;
		let name = 0;
		things.forEach((thing, place) => {
			thing.forEach((words, own) => {
				this.begins[name] = at;
				this.thingOf[name] = place;
				this.nameOf[name] = own;
				for (const word of words) {
					pieces.push(word);
					starts.push(at);
					at += word.length;
				}
				pieces.push(END);
				at++;
				name++;
			});
		});
		this.begins[name] = at;
		this.text = pieces.join('');
		this.isWordStart = new Uint8Array(at);
		for (const start of starts) this.isWordStart[start] = 1;
	}

	/**
	 * Matches, closest first and equally close ones by how well known they are; each thing once.
	 *
	 * @param forgiving whether to look for similar names where none matches
	 */
	find(typed: Typed, limit: number, forgiving: boolean): Found[] {
		const found = this.scanAll(typed, limit, forgiving);
		const [first = '', ...rest] = typed.words;
		if (found.size > 0 || rest.length === 0 || !forgiving) return [...found.values()];
		if (isNearlyArticle(first))
			return [...this.scanAll(typedWords(rest), limit, forgiving).values()];
		this.scanNearWords(found, typed.words, limit);
		return [...found.values()];
	}

	private scanAll(
		{ letters, words }: Typed,
		limit: number,
		forgiving: boolean,
	): Map<number, Found> {
		const found = new Map<number, Found>();
		if (letters === '') return found;
		const inside = letters.length < FEW_OCCUR ? [] : this.scanOnce(found, letters, limit);
		if (letters.length < FEW_OCCUR) {
			this.scan(found, 'exact', END + letters + END, limit);
			this.scan(found, 'prefix', END + letters, limit);
			this.scan(found, 'word', letters, limit, (at) => this.isWordStart[at] === 1);
		}
		if (words.length > 1 && found.size === 0) this.scanWords(found, words, limit);
		this.keepFirst(found, 'inside', inside, limit);
		if (found.size === 0 && forgiving) this.scanNear(found, letters, limit);
		return found;
	}

	/** Scans the text once, for letters that are rare; returns the names that merely contain them. */
	private scanOnce(found: Map<number, Found>, letters: string, limit: number): { name: number }[] {
		const places = { exact: [], prefix: [], word: [], inside: [] } as Record<
			'exact' | 'prefix' | 'word' | 'inside',
			{ name: number }[]
		>;
		// Several names of one thing may match.
		const enough = limit * 4;
		for (let at = this.text.indexOf(letters); at >= 0; at = this.text.indexOf(letters, at + 1)) {
			const begins = this.text.charCodeAt(at - 1) === END_CODE;
			const ends = begins && this.text.charCodeAt(at + letters.length) === END_CODE;
			const isWord = this.isWordStart[at] === 1;
			const closeness = ends ? 'exact' : begins ? 'prefix' : isWord ? 'word' : 'inside';
			const bucket = places[closeness];
			if (bucket.length < enough) bucket.push({ name: this.nameAt(at) });
		}
		for (const closeness of ['exact', 'prefix', 'word'] as const)
			this.keepFirst(found, closeness, places[closeness], limit);
		return places.inside;
	}

	private scan(
		found: Map<number, Found>,
		closeness: Closeness,
		needle: string,
		limit: number,
		fits: (at: number) => boolean = () => true,
	): void {
		for (let at = 0; found.size < limit; at++) {
			at = this.text.indexOf(needle, at);
			if (at < 0) return;
			if (fits(at)) this.keep(found, closeness, this.nameAt(at + (needle[0] === END ? 1 : 0)));
		}
	}

	/** All words, in any order, each the beginning of a word of the name. */
	private scanWords(found: Map<number, Found>, words: readonly string[], limit: number): void {
		const [longest = '', ...others] = tellingWords(words);
		if (longest.length < 2) return;
		this.scan(found, 'words', longest, limit, (at) => {
			if (this.isWordStart[at] !== 1) return false;
			const name = this.nameAt(at);
			return others.every((word) => this.hasWord(name, word));
		});
	}

	private hasWord(name: number, word: string): boolean {
		const end = this.begins[name + 1] ?? 0;
		for (let at = this.begins[name] ?? 0; at < end; at++) {
			if (this.isWordStart[at] === 1 && this.text.startsWith(word, at)) return true;
		}
		return false;
	}

	private scanNear(found: Map<number, Found>, letters: string, limit: number): void {
		const near = this.nearStarts(letters).map(({ name, start, edits, whole }) => {
			const isBeginning = start === this.begins[name];
			return { name, rank: edits * 4 + (isBeginning ? 0 : 2) + (whole ? 0 : 1) };
		});
		near.sort((a, b) => a.rank - b.rank || a.name - b.name);
		this.keepFirst(found, 'near', near, limit);
	}

	/** All distinctive words, in any order, each similar to the beginning of a word of the name. */
	private scanNearWords(found: Map<number, Found>, words: readonly string[], limit: number): void {
		const [longest, ...others] = tellingWords(words);
		if (longest === undefined) return;
		const near = this.nearStarts(longest)
			.filter(({ name }) => others.every((word) => this.hasNearWord(name, word)))
			.sort((a, b) => a.edits - b.edits || a.name - b.name);
		this.keepFirst(found, 'near', near, limit);
	}

	/** The word beginnings at which a name resembles the letters, each once. */
	private nearStarts(letters: string): (FuzzyMatch & { name: number; start: number })[] {
		const most = forgivenEdits(letters.length);
		if (most === 0) return [];
		const near: (FuzzyMatch & { name: number; start: number })[] = [];
		const seen = new Set<number>();
		for (const piece of unharmedPieces(letters, most)) {
			for (let at = 0; ; at++) {
				at = this.text.indexOf(piece.letters, at);
				if (at < 0) break;
				const aligned = at - piece.offset;
				for (let start = Math.max(1, aligned - most); start <= aligned + most; start++) {
					if (this.isWordStart[start] !== 1 || seen.has(start)) continue;
					seen.add(start);
					const name = this.nameAt(start);
					const close = fuzzyMatch(letters, this.text, start, this.endOf(name), most);
					if (close) near.push({ ...close, name, start });
				}
			}
		}
		return near;
	}

	private hasNearWord(name: number, word: string): boolean {
		if (this.hasWord(name, word)) return true;
		const most = forgivenEdits(word.length);
		if (most === 0) return false;
		const end = this.endOf(name);
		for (let at = this.begins[name] ?? 0; at < end; at++) {
			if (this.isWordStart[at] === 1 && fuzzyMatch(word, this.text, at, end, most)) return true;
		}
		return false;
	}

	private keepFirst(
		found: Map<number, Found>,
		closeness: Closeness,
		names: readonly { name: number }[],
		limit: number,
	): void {
		for (const { name } of names) {
			if (found.size >= limit) return;
			this.keep(found, closeness, name);
		}
	}

	private endOf(name: number): number {
		return (this.begins[name + 1] ?? 0) - 1;
	}

	private keep(found: Map<number, Found>, closeness: Closeness, name: number): void {
		const thing = this.thingOf[name] ?? 0;
		if (!found.has(thing)) found.set(thing, { thing, name: this.nameOf[name] ?? 0, closeness });
	}

	/** The name that contains a position of the text. */
	private nameAt(at: number): number {
		let [low, high] = [0, this.thingOf.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.begins[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

import { ARTICLES } from './fold-words.ts';

/** How close the beginning of a text is to what was typed. */
export interface FuzzyMatch {
	/** Letters to insert, drop, replace or swap with their neighbour. */
	edits: number;
	/** Whether the whole text, not only its beginning, is that close. */
	whole: boolean;
}

/** Numbers of typed letters from which one edit is forgiven, and two. */
const [ONE_EDIT, TWO_EDITS] = [4, 9];

/** How many edits are forgiven for a number of typed letters. */
export function forgivenEdits(letters: number): 0 | 1 | 2 {
	return letters >= TWO_EDITS ? 2 : letters >= ONE_EDIT ? 1 : 0;
}

/** A piece of what was typed, and its offset in it. */
export interface Piece {
	letters: string;
	offset: number;
}

/**
 * Pieces of which at least one survives unchanged in everything one edit away, and in nearly everything two
 * edits away: an edit changes one piece, or two if it swaps the letters on both sides of a cut.
 */
export function unharmedPieces(typed: string, edits: 1 | 2): Piece[] {
	const count = edits + 1;
	const cuts = Array.from({ length: count + 1 }, (_, n) => Math.round((n * typed.length) / count));
	const pieces = cuts.slice(0, -1).map((from, n) => pieceOf(typed, from, cuts[n + 1] ?? from));
	if (edits === 2) return pieces;
	const cut = cuts[1] ?? 0;
	const swapped = typed.slice(0, cut - 1) + typed.charAt(cut) + typed.charAt(cut - 1);
	return [...pieces, pieceOf(swapped + typed.slice(cut + 1), cut - 2, cut + 2)];
}

function pieceOf(text: string, from: number, to: number): Piece {
	const offset = Math.max(0, from);
	return { letters: text.slice(offset, to), offset };
}

const WIDEST = 2 * 2 + 1;
const rows = [new Uint8Array(WIDEST), new Uint8Array(WIDEST), new Uint8Array(WIDEST)] as const;

/**
 * Compares what was typed with the text from `from` up to but excluding `to`, in a band as wide as the
 * forgiven edits.
 */
export function fuzzyMatch(
	typed: string,
	text: string,
	from: number,
	to: number,
	most: 1 | 2,
): FuzzyMatch | undefined {
	const width = 2 * most + 1;
	const far = most + 1;
	let [before, last, now]: readonly [Uint8Array, Uint8Array, Uint8Array] = rows;
	// Column c of row i is the text's letter j = i + c - most.
	for (let c = 0; c < width; c++) last[c] = c < most ? far : Math.min(far, c - most);
	for (let i = 1; i <= typed.length; i++) {
		const letter = typed.charCodeAt(i - 1);
		let least = far;
		for (let c = 0; c < width; c++) {
			const j = i + c - most;
			let edits = far;
			if (j >= 0 && from + j <= to) {
				if (c + 1 < width) edits = Math.min(edits, (last[c + 1] ?? far) + 1);
				if (c > 0 && j > 0) edits = Math.min(edits, (now[c - 1] ?? far) + 1);
				if (j > 0) {
					const other = text.charCodeAt(from + j - 1);
					edits = Math.min(edits, (last[c] ?? far) + (letter === other ? 0 : 1));
					const isSwap =
						i > 1 &&
						j > 1 &&
						letter === text.charCodeAt(from + j - 2) &&
						typed.charCodeAt(i - 2) === other;
					if (isSwap) edits = Math.min(edits, (before[c] ?? far) + 1);
				}
			}
			now[c] = edits;
			least = Math.min(least, edits);
		}
		if (least > most) return undefined;
		[before, last, now] = [last, now, before];
	}
	const edits = Math.min(...last.subarray(0, width));
	if (edits > most) return undefined;
	const end = to - from - typed.length + most;
	return { edits, whole: end >= 0 && end < width && last[end] === edits };
}

/** Whether a word is one edit away from an article. */
export function isNearlyArticle(word: string): boolean {
	const isLike = (article: string): boolean =>
		Math.abs(article.length - word.length) < 2 &&
		fuzzyMatch(word, article, 0, article.length, 1) !== undefined;
	return [...ARTICLES].some(isLike);
}

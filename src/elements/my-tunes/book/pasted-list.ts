import { refOf, readShared, type Numbers } from './tune-refs.ts';

/**
 * What was meant by a line of a pasted list, or by a piece of it; `beside` are the numbers and links on the
 * same line as a name.
 */
export type Pasted = { ref: Numbers } | { text: string; pieces: string[]; beside: Numbers[] };

/**
 * Splits a pasted list into names, numbers and links: one per line, or separated by commas, semicolons or ` /
 * `. Whether a line with commas is one name stays open; its pieces are the alternatives. Nothing is dropped
 * except blanks and the numbers and bullets at the start of list items.
 */
export function pastedList(text: string): Pasted[] {
	return text.split(/[\n;\t]| \/ /).flatMap((raw): Pasted[] => {
		const line = raw.replace(BULLET, '').trim();
		if (!/[\p{L}\p{N}]/u.test(line)) return [];
		// The commas in such a link are part of it.
		if (SHARED.test(line)) return linksIn(line).map((ref) => ({ ref }));
		// In `Heron, The` the comma does not separate names.
		const pieces = line
			.split(/,(?!\s*(?:the|an|na|a)\s*(?:,|$))/i)
			.map((piece) => piece.trim())
			.filter(Boolean);
		const refs = pieces.map((piece) => (/\s/.test(piece) ? undefined : refOf(piece)));
		const beside = refs.filter((ref) => ref !== undefined);
		if (beside.length > 0)
			return pieces.flatMap((piece, n): Pasted[] => {
				const ref = refs[n];
				if (ref) return [{ ref }];
				const links = linksIn(piece);
				if (links.length > 0) return links.map((link) => ({ ref: link }));
				return [{ text: piece, pieces: [piece], beside }];
			});
		const links = linksIn(line);
		if (links.length > 0) return links.map((ref) => ({ ref }));
		return [{ text: line, pieces, beside }];
	});
}

/** `- `, `• `, `3. `, `3) ` */
const BULLET = /^\s*(?:[-–—*•·]\s+|\d{1,4}[.)]\s+)?/;

const SHARED = /\/(?:mine|tunebook)\?([^#]*)/;

function linksIn(line: string): Numbers[] {
	const words = line.split(/[\s<>()"]+/);
	return words.flatMap((word) => {
		if (!word.includes('/')) return [];
		const query = SHARED.exec(word)?.[1];
		const shared = query === undefined ? undefined : readShared(query);
		if (shared) return [...shared.tunes, ...shared.sets.flat()];
		return word.split(/,(?=https?:|\/)/).flatMap((link) => refOf(link.replace(/[.,]+$/, '')) ?? []);
	});
}

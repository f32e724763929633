import { refOf, readShared, type Numbers } from './tune-refs.ts';

/**
 * What somebody meant by a line of a pasted list, or by a piece of it; `beside` are the numbers and links
 * that stand in a name's line.
 */
export type Pasted = { ref: Numbers } | { text: string; pieces: string[]; beside: Numbers[] };

/**
 * Takes a pasted list apart: names, numbers, links; one on a line, or with commas, semicolons or ` / `
 * between. Of a line with commas it stays open whether it is one name; its pieces are those it may be.
 * Nothing is dropped but blank, and the numbers and bullets that lists begin with.
 */
export function pastedList(text: string): Pasted[] {
	return text.split(/[\n;\t]| \/ /).flatMap((raw): Pasted[] => {
		const line = raw.replace(BULLET, '').trim();
		if (!/[\p{L}\p{N}]/u.test(line)) return [];
		// The commas of such a link are its own.
		if (SHARED.test(line)) return linksIn(line).map((ref) => ({ ref }));
		// In `Heron, The` the comma parts nothing.
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

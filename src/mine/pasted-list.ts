import { refOf, readShared, type Numbers } from './tune-refs.ts';

/** What somebody meant by a line of a pasted list, or by a piece of it. */
export type Pasted = { ref: Numbers } | { text: string; pieces: string[] };

/**
 * Takes a pasted list apart: names, numbers, links; one on a line, or with commas, semicolons or ` / `
 * between. Of a line with commas it stays open whether it is one name; its pieces are those it may be.
 * Nothing is dropped but blank, and the numbers and bullets that lists begin with.
 */
export function pastedList(text: string): Pasted[] {
	return text.split(/[\n;\t]| \/ /).flatMap((raw): Pasted[] => {
		const line = raw.replace(BULLET, '').trim();
		if (!/[\p{L}\p{N}]/u.test(line)) return [];
		const links = linksIn(line);
		if (links.length > 0) return links.map((ref) => ({ ref }));
		// In `Heron, The` the comma parts nothing.
		const pieces = line
			.split(/,(?!\s*(?:the|an|na|a)\s*(?:,|$))/i)
			.map((piece) => piece.trim())
			.filter(Boolean);
		const refs = pieces.map(refOf);
		if (refs.every((ref) => ref !== undefined)) return refs.map((ref) => ({ ref }));
		return [{ text: line, pieces }];
	});
}

/** `- `, `• `, `3. `, `3) ` */
const BULLET = /^\s*(?:[-–—*•·]\s+|\d{1,4}[.)]\s+)?/;

function linksIn(line: string): Numbers[] {
	const words = line.split(/[\s<>()"]+/);
	return words.flatMap((word) => {
		if (!word.includes('/')) return [];
		const query = /\/(?:mine|tunebook)\?([^#]*)/.exec(word)?.[1];
		const shared = query === undefined ? undefined : readShared(query);
		if (shared) return [...shared.tunes, ...shared.sets.flat()];
		return word.split(/,(?=https?:|\/)/).flatMap((link) => refOf(link.replace(/[.,]+$/, '')) ?? []);
	});
}

import { foldTyped, foldWord } from './fold-words.ts';

/** A name in pieces: those that were typed, or begun, and those between. */
export interface MarkedPiece {
	text: string;
	typed: boolean;
}

/** Tells which words of a name somebody typed or began to type; together the pieces are the name. */
export function markWords(name: string, typed: string): MarkedPiece[] {
	const { words } = foldTyped(typed);
	const wasTyped = (word: string): boolean =>
		foldWord(word).some((part) =>
			// A single letter begins too many.
			words.some((begun) => (begun.length > 1 ? part.startsWith(begun) : part === begun)),
		);
	const pieces: MarkedPiece[] = [];
	for (const text of name.split(/(\s+)/)) {
		const last = pieces.at(-1);
		const isTyped = wasTyped(text);
		if (last?.typed === isTyped) last.text += text;
		else pieces.push({ text, typed: isTyped });
	}
	return pieces.filter(({ text }) => text !== '');
}

import { foldTyped, foldWord } from './fold-words.ts';

/** A piece of a name: either typed, at least its beginning, or not. */
export interface MarkedPiece {
	text: string;
	typed: boolean;
}

/** Marks the words of a name that somebody typed or began to type; joining the pieces gives the name. */
export function markWords(name: string, typed: string): MarkedPiece[] {
	const { words } = foldTyped(typed);
	const wasTyped = (word: string): boolean =>
		foldWord(word).some((part) =>
			// A single letter matches the beginning of too many words.
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

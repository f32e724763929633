import { markWords } from '../search/names/mark-words.ts';

/** A name as nodes, with the words that somebody typed or began to type in `<mark>`. */
export function markedName(name: string, typed: string): (string | Node)[] {
	return markWords(name, typed).map((piece) => {
		if (!piece.typed) return piece.text;
		const mark = document.createElement('mark');
		mark.textContent = piece.text;
		return mark;
	});
}

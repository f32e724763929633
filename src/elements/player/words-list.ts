import type { Score } from '../../notation/score/model.ts';
import { howToRead, scoreInWords } from '../../notation/score/words.ts';

/** The notes of a tune in words, bar by bar, for people who cannot see the staff. */
export function inWords(score: Score): HTMLElement {
	const section = document.createElement('section');
	section.className = 'in-words';
	section.append(element('p', howToRead(score).join(' ')));
	for (const { part, bars } of scoreInWords(score)) {
		const list = document.createElement('ol');
		list.append(...bars.map(({ label, words }) => element('li', `${label}: ${words}`)));
		section.append(element('h4', part), list);
	}
	return section;
}

function element(tag: string, text: string): HTMLElement {
	const made = document.createElement(tag);
	made.textContent = text;
	return made;
}

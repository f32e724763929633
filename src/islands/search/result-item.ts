import { markWords } from '../../finder/mark-words.ts';
import type { NameHit } from '../../finder/name-finder.ts';
import type { FoundPage } from './full-text.ts';
import { aboutHit } from './name-hits.ts';

export function pageItem(page: FoundPage): HTMLElement {
	const excerpt = document.createElement('p');
	// Pagefind escapes the page's text; only its own <mark> is markup.
	excerpt.innerHTML = page.excerpt;
	const item = listItem(page.url, [page.title], page.subtitle);
	if (page.excerpt.includes('<mark>')) item.append(excerpt);
	return item;
}

/** @param url the hit's address with the base path */
export function nameItem(hit: NameHit, url: string, text: string): HTMLElement {
	const also = hit.alias === null ? [] : [' (', ...marked(hit.alias, text), ')'];
	const name = hit.alias === null ? marked(hit.name, text) : [hit.name];
	return listItem(url, [...name, ...also], aboutHit(hit));
}

function listItem(url: string, name: (string | Node)[], about: string): HTMLElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = url;
	link.append(...name);
	item.append(link);
	if (about !== '') {
		const line = document.createElement('span');
		line.textContent = about;
		item.append(' ', line);
	}
	return item;
}

/** A name with those words marked that begin as was typed. */
function marked(name: string, typed: string): (string | Node)[] {
	return markWords(name, typed).map((piece) => {
		if (!piece.typed) return piece.text;
		const mark = document.createElement('mark');
		mark.textContent = piece.text;
		return mark;
	});
}

import type { NameHit } from '../../search/names/name-finder.ts';
import { markedName } from '../marked-name.ts';
import type { FoundPage } from './full-text.ts';
import { aboutHit } from './name-hits.ts';

export function pageItem(page: FoundPage): HTMLElement {
	const excerpt = document.createElement('p');
	// The text is escaped; only <mark> is markup.
	excerpt.innerHTML = page.excerpt;
	const item = listItem(page.url, [page.title], page.subtitle);
	if (page.excerpt !== '') item.append(excerpt);
	return item;
}

/** @param url the hit's address with the base path */
export function nameItem(hit: NameHit, url: string, text: string): HTMLElement {
	const also = hit.alias === null ? [] : [' (', ...markedName(hit.alias, text), ')'];
	const name = hit.alias === null ? markedName(hit.name, text) : [hit.name];
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

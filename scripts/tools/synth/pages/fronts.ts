import type { Kind } from '../../../../src/core/kinds.ts';
import { KINDS } from '../../../../src/core/kinds.ts';
import type { World } from '../world.ts';
import type { Page } from './frame.ts';
import { page } from './frame.ts';

/** The landing page of a section, with its newest things. */
export function sectionFront(world: World, kind: Kind): Page {
	const { first, added, idOf, inArchive } = world.kinds[kind];
	const end = first + (world.week === 2 ? added : 0);
	const items: string[] = [];
	for (let index = end - 1; index >= 0 && items.length < 20; index--)
		if (inArchive(index))
			items.push(`<li><a href="${idOf(index)}/index.html">${kind} ${idOf(index)}</a></li>`);
	return page(
		`${kind}/index.html`,
		`/${kind}`,
		`All ${kind}`,
		`<h1>${kind}</h1>\n<ul>\n${items.join('\n')}\n</ul>`,
	);
}

/** The root page. */
export function rootFront(): Page {
	const items = KINDS.map((kind) => `<li><a href="${kind}/index.html">${kind}</a></li>`);
	return page('index.html', '/', 'A synthetic archive', `<ul>\n${items.join('\n')}\n</ul>`);
}

export const ICON =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></svg>\n';

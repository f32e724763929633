import type { PageCheck } from '../base/check.ts';
import type { Page } from '../base/page.ts';
import { decode } from '../base/site.ts';

/** Links to a place on the same page. */
export const ownFragments: PageCheck = {
	name: 'broken-anchor',
	todo: 'Link to an id that the page has, made by src/core/addresses.ts.',
	check(page, report) {
		for (const href of missingAnchors(page, page.links)) report(`${href} is not on the page`);
	},
};

/** Those links that point to a missing place on the page itself. */
export function* missingAnchors({ ids, names }: Page, links: Iterable<string>): Generator<string> {
	let anchors: Set<string> | undefined;
	for (const href of links) {
		if (!href.startsWith('#') || isTop(href.slice(1))) continue;
		anchors ??= new Set([...ids, ...names]);
		if (!anchors.has(decode(href.slice(1)))) yield href;
	}
}

/** What a browser treats as the top of any page. */
export function isTop(fragment: string): boolean {
	return fragment === '' || fragment.toLowerCase() === 'top';
}

import type { PageCheck, PageContext } from '../base/check.ts';

export const linkTargets: PageCheck = {
	name: 'dead-link',
	todo: 'Make addresses with src/core/addresses.ts and link only to things that are there.',
	check(page, report, { site, links }) {
		for (const href of page.links) {
			const fault = linkFault(href, page.file, { site, links });
			if (fault !== undefined) report(fault);
		}
	},
};

/** What is wrong with a link on the page `file`, not counting its fragment; undefined when it is fine. */
export function linkFault(
	href: string,
	file: string,
	{ site, links }: PageContext,
): string | undefined {
	if (href.startsWith('#')) return undefined;
	switch (links.find(href, file)?.target.kind) {
		case undefined:
			return `${href} is not an address`;
		case 'missing':
			return `${href} leads nowhere`;
		case 'outside':
			return `${href} is outside the base path ${site.base}`;
		case 'redirect':
			return `${href} is a folder and needs its slash`;
		default:
			return undefined;
	}
}

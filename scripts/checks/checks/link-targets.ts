import type { PageCheck } from '../base/check.ts';

export const linkTargets: PageCheck = {
	name: 'dead-link',
	todo: 'Make addresses with src/domain/addresses.ts and link only to things that are there.',
	check(page, report, { site, links }) {
		for (const href of page.links) {
			if (href.startsWith('#')) continue;
			const kind = links.find(href, page.file)?.target.kind;
			if (kind === undefined) report(`${href} is no address`);
			else if (kind === 'missing') report(`${href} leads nowhere`);
			else if (kind === 'outside') report(`${href} is outside the base path ${site.base}`);
			else if (kind === 'redirect') report(`${href} is a folder and needs its slash`);
		}
	},
};

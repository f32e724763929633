import type { PageCheck } from '../base/check.ts';
import { findTarget, urlOf } from '../base/site.ts';

export const linkTargets: PageCheck = {
	name: 'dead-link',
	todo: 'Make addresses with src/domain/addresses.ts and link only to things that are there.',
	check({ file, links }, report, { site }) {
		const here = urlOf(site, file);
		for (const href of links) {
			if (href.startsWith('#')) continue;
			const url = URL.parse(href, here);
			if (!url) {
				report(`${href} is no address`);
				continue;
			}
			const { kind } = findTarget(site, url);
			if (kind === 'missing') report(`${href} leads nowhere`);
			else if (kind === 'outside') report(`${href} is outside the base path ${site.base}`);
			else if (kind === 'redirect') report(`${href} is a folder and needs its slash`);
		}
	},
};

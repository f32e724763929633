import type { PageCheck } from '../base/check.ts';
import { findTarget, urlOf } from '../base/site.ts';

export const outsideResources: PageCheck = {
	name: 'outside-resource',
	todo: 'Serve the file from this site, below its base path; pages load nothing from elsewhere.',
	check({ file, resources }, report, { site }) {
		const here = urlOf(site, file);
		for (const { element, url } of resources) {
			if (url.startsWith('data:image/')) continue;
			const parsed = URL.parse(url, here);
			const kind = parsed ? findTarget(site, parsed).kind : 'missing';
			if (kind === 'foreign') report(`<${element}> from ${parsed?.origin ?? url}`);
			else if (kind !== 'file') report(`<${element}> from ${url}, where no file is`);
		}
	},
};

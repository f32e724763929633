import type { PageCheck } from '../base/check.ts';

export const outsideResources: PageCheck = {
	name: 'outside-resource',
	todo: 'Serve the file from this site, below its base path; pages load nothing from elsewhere.',
	check({ file, resources }, report, { links }) {
		for (const { element, url } of resources) {
			if (url.startsWith('data:image/')) continue;
			const kind = links.find(url, file)?.target.kind;
			if (kind === 'foreign') report(`<${element}> from ${url}`);
			else if (kind !== 'file') report(`<${element}> from ${url}, where no file is`);
		}
	},
};

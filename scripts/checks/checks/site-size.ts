import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';

export const siteSize: SiteCheck = {
	name: 'site-too-large',
	todo: 'Make its pages smaller: GitHub Pages takes 1 GB.',
	check({ site, limits }, report) {
		const size = [...site.files.values()].reduce((sum, each) => sum + each, 0);
		if (size > limits.siteBytes)
			report('/', `${bytes(size)}, more than ${bytes(limits.siteBytes)}`);
	},
};

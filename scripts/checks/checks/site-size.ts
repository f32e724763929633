import { bytes } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';

export const siteSize: SiteCheck = {
	name: 'site-too-large',
	todo:
		'Leave parts of MIRROR_API or MIRROR_PACKS out, or raise MIRROR_SITE_LIMIT where the host takes ' +
		'more: GitHub Pages takes 1 GB.',
	check({ site, limits }, report) {
		const size = [...site.files.values()].reduce((sum, each) => sum + each, 0);
		if (size > limits.siteBytes)
			report('/', `${bytes(size)}, more than ${bytes(limits.siteBytes)}`);
	},
};

import type { Budget } from '../base/check.ts';

export const siteSize: Budget = {
	name: 'site-too-large',
	todo:
		'Leave parts of MIRROR_API or MIRROR_PACKS out, or raise MIRROR_SITE_LIMIT where the host takes ' +
		'more: GitHub Pages takes 1 GB.',
	*measure({ site, limits }) {
		const value = [...site.files.values()].reduce((sum, each) => sum + each, 0);
		yield { name: 'site', file: '/', value, limit: limits.siteBytes, unit: 'bytes' };
	},
};

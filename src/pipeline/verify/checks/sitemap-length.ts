import type { Budget } from '../base/check.ts';
import { readLocations } from '../steps/read-sitemap.ts';

export const sitemapLength: Budget = {
	name: 'sitemap-too-long',
	todo: 'Search engines read 50,000 URLs of a file: see entryLimit in astro.config.mjs.',
	*measure({ site, folder, limits }) {
		for (const file of site.files.keys()) {
			if (!/^sitemap-\d+\.xml$/.test(file)) continue;
			const value = readLocations(folder, file).length;
			yield { name: 'longest sitemap', file, value, limit: limits.sitemapUrls, unit: 'URL' };
		}
	},
};

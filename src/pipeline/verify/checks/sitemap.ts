import type { SiteCheck } from '../base/check.ts';
import { urlOf } from '../base/site.ts';
import type { Survey } from '../base/survey.ts';
import { readLocations } from '../steps/read-sitemap.ts';

const INDEX = 'sitemap-index.xml';

/** The sitemap lists every page that search engines may index, by its own address, and no other. */
export const sitemap: SiteCheck = {
	name: 'sitemap',
	todo: 'See @astrojs/sitemap in astro.config.mjs; addresses there end as pages are served.',
	check(survey, report) {
		const { site, folder, pages } = survey;
		if (!site.files.has(INDEX)) {
			report(INDEX, 'is missing');
			return;
		}
		const listed = new Set<string>();
		for (const file of sitemapFiles(survey, report)) {
			for (const url of readLocations(folder, file)) {
				if (listed.has(url)) report(file, `${url} is listed twice`);
				listed.add(url);
			}
		}
		for (const [file, { indexable }] of pages) {
			if (!indexable) continue;
			if (!listed.delete(urlOf(site, file))) report(file, 'is not in the sitemap');
		}
		for (const url of listed) report(INDEX, `${url} is not a page to index`);
	},
};

/** The files that the sitemap index lists, which must be ours. */
function sitemapFiles(
	{ site, folder }: Survey,
	report: (file: string, what: string) => void,
): string[] {
	const root = site.origin + site.base;
	return readLocations(folder, INDEX).flatMap((url) => {
		const file = url.startsWith(root) ? url.slice(root.length) : '';
		if (/^sitemap-\d+\.xml$/.test(file) && site.files.has(file)) return [file];
		report(INDEX, `${url} is not a sitemap of this site`);
		return [];
	});
}

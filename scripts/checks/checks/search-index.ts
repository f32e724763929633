import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BundleList } from '../../index/bundles.ts';
import { BUNDLE_LIST, BUNDLES, countIndexed, PAGEFIND } from '../../index/bundles.ts';
import type { SiteCheck } from '../base/check.ts';

/** The search index, where there is one, holds as many pages as the store has things. */
export const searchIndex: SiteCheck = {
	name: 'search-index',
	todo: 'Index the site again: `npm run mirror -- --from index`.',
	async check({ folder, facts }, report) {
		const root = path.join(folder, PAGEFIND);
		if (!existsSync(root)) return;
		const list = JSON.parse(readFileSync(path.join(root, BUNDLE_LIST), 'utf8')) as BundleList;
		for (const { name, kinds } of BUNDLES) {
			const here = kinds.filter((kind) => facts.sections.includes(kind));
			const expected = here.reduce((sum, kind) => sum + facts.counts[kind], 0);
			let indexed = 0;
			for (const part of list[name] ?? []) indexed += await countIndexed(path.join(root, part));
			if (indexed !== expected)
				report(`${PAGEFIND}/${name}`, `${indexed} pages; the store has ${expected} things`);
		}
	},
};

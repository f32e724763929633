import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../../core/errors.ts';
import { compareStrings } from '../../core/names.ts';
import { addressOf } from '../../core/site-files.ts';
import type { PackGroup } from '../../offline/packs/catalogue.ts';
import { bundleOf, isPopular, POPULAR_BUNDLE, thingAt } from './bundle-of.ts';
import type { PlannedBundle, PlannedPage } from './pack-bundle.ts';
import type { SortedThings } from './sorted-things.ts';

/**
 * All pages in the folders of groups, in their bundles, ascending by id; a group without a thing has no
 * bundles, as no pack would offer them.
 *
 * @param popularAlone popular tunes have their bundle even though tunes are not among the groups
 */
export async function planBundles(
	site: string,
	groups: readonly PackGroup[],
	things: SortedThings,
	popularAlone = false,
): Promise<PlannedBundle[]> {
	const bundles = new Map<string, PlannedBundle>();
	const put = (id: string, page: PlannedPage): void => {
		let bundle = bundles.get(id);
		if (!bundle) {
			bundle = { id, pages: [], drawings: id === POPULAR_BUNDLE, things: 0 };
			bundles.set(id, bundle);
		}
		bundle.pages.push(page);
		if (thingAt(page.address)) bundle.things++;
	};
	for (const group of groups) {
		for (const page of await pagesIn(site, group)) {
			put(bundleOf(group, page.address, things), page);
			if (isPopular(page.address, things)) put(POPULAR_BUNDLE, page);
		}
	}
	if (popularAlone) {
		for (const page of await pagesIn(site, 'tunes'))
			if (isPopular(page.address, things)) put(POPULAR_BUNDLE, page);
	}
	for (const { pages } of bundles.values())
		pages.sort((a, b) => compareStrings(a.address, b.address));
	const all = [...bundles.values()];
	const offered = new Set(all.filter((bundle) => bundle.things > 0).map(groupOf));
	return all
		.filter((bundle) => offered.has(groupOf(bundle)))
		.sort((a, b) => compareStrings(a.id, b.id));
}

function groupOf({ id }: PlannedBundle): string {
	return id.slice(0, id.indexOf('/'));
}

async function pagesIn(site: string, group: PackGroup): Promise<PlannedPage[]> {
	try {
		const files = await readdir(path.join(site, group), { recursive: true });
		return files
			.filter((file) => file.endsWith('.html'))
			.map((name) => {
				const file = `${group}/${name.replaceAll(path.sep, '/')}`;
				return { address: addressOf(file), file };
			});
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return [];
		throw error;
	}
}

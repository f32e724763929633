import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PartList, Searched } from '../../../search/search-parts.ts';
import { PART_LIST } from '../../../search/search-parts.ts';
import { countTalkedOf } from '../../../store/searching.ts';
import { countIndexed, PAGEFIND, readEntry } from '../../index/folders.ts';
import { LEFT_OUT, type LeftOutList } from '../../index/left-out-pages.ts';
import type { SiteCheck } from '../base/check.ts';

/**
 * The pages in the search index, if there is one, and those it reports as left out add up to the things in
 * the store; under comments, they add up to the things in its library that have some.
 */
export const searchIndex: SiteCheck = {
	name: 'search-index',
	todo: 'Index the site again: `npm run mirror -- --from index`.',
	async check({ folder, facts, store }, report) {
		const root = path.join(folder, PAGEFIND);
		if (!existsSync(root)) return;
		const { parts } = JSON.parse(readFileSync(path.join(root, PART_LIST), 'utf8')) as PartList;
		const indexed = new Map<Searched, number>(facts.sections.map((kind) => [kind, 0]));
		for (const { holds, folder: part } of parts) {
			const pages = countIndexed(await readEntry(path.join(root, part)));
			indexed.set(holds, (indexed.get(holds) ?? 0) + pages);
		}
		const library = facts.sections.filter((kind) => kind !== 'discussions');
		const talkedOf = library.reduce((sum, kind) => sum + countTalkedOf(store, kind), 0);
		if (talkedOf > 0 && !indexed.has('comments')) indexed.set('comments', 0);
		const leftOut = readLeftOut(root);
		for (const [holds, pages] of indexed) {
			const expected = holds === 'comments' ? talkedOf : facts.counts[holds];
			const without = leftOut.get(holds)?.size ?? 0;
			if (pages + without !== expected)
				report(
					`${PAGEFIND}/${holds}`,
					`${pages} pages and ${without} left out; the store has ${expected} things`,
				);
		}
	},
};

/** The things that an index reports as left out, each once, by index. */
function readLeftOut(root: string): Map<Searched, Set<string>> {
	const file = path.join(root, LEFT_OUT);
	const lists = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LeftOutList[]) : [];
	const leftOut = new Map<Searched, Set<string>>();
	for (const { holds, things } of lists)
		leftOut.set(holds, new Set([...(leftOut.get(holds) ?? []), ...things]));
	return leftOut;
}

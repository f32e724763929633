import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PartList, Searched } from '../../../src/domain/search-parts.ts';
import { PART_LIST } from '../../../src/domain/search-parts.ts';
import { countTalkedOf } from '../../../src/store/searching.ts';
import { countIndexed, PAGEFIND, readEntry } from '../../index/folders.ts';
import type { SiteCheck } from '../base/check.ts';

/**
 * The search index, where there is one, holds as many pages as the store has things, and as many under
 * comments as there are things in its library that have some.
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
		for (const [holds, pages] of indexed) {
			const expected = holds === 'comments' ? talkedOf : facts.counts[holds];
			if (pages !== expected)
				report(`${PAGEFIND}/${holds}`, `${pages} pages; the store has ${expected} things`);
		}
	},
};

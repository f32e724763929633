import { listPage, section as sectionAddress } from '../../core/addresses.ts';
import type { Store } from '../../store/open.ts';
import { listPages, listView, type ListView } from './list.ts';
import { listsOf } from './lists/of-section.ts';
import { SECTION_NAMES, type Section } from './page.ts';
import { titled, type Titled } from './undrawn.ts';
import { pathsOf, type PagePath } from './paths.ts';

/** One page of a list, by the list's address. */
export interface ListPageRef {
	list: string;
	n: number;
}

/** Every page of every list of a section. */
export function listPaths(
	chrome: unknown,
	store: Store,
	section: Section,
): PagePath<{ list: string }, { thing: ListPageRef }>[] {
	const pages = Array.from(listPages(listsOf(store, section).values()), ({ list, n }) => ({
		list: list.address,
		n,
	}));
	return pathsOf(
		chrome,
		pages,
		({ list, n }) => ({ list: listPage(list, n).slice(sectionAddress(section).length) }),
		(page) => listViewAt(store, section, page),
	);
}

export function listViewAt(store: Store, section: Section, { list, n }: ListPageRef): ListView {
	const found = listsOf(store, section).get(list);
	if (!found) throw new Error(`There is no list at ${list}.`);
	return listView(found, n);
}

/** The name of a list page whose view cannot be made. */
export function titledList(section: Section, { list, n }: ListPageRef): () => Titled {
	const words = list.split('/').slice(2).join(' ').replaceAll('-', ' ');
	return titled(listPage(list, n), `${SECTION_NAMES[section]}: ${words}`, section);
}

import * as addresses from '../domain/addresses.ts';
import { KINDS } from '../domain/kinds.ts';
import { storeFacts } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { members, once } from './catalogue.ts';
import { SECTION_NAMES, type Link, type Section } from './page.ts';

/** What every page shows around its contents. */
export interface Chrome {
	/** The sections there are, in the order of the navigation. */
	sections: (Link & { section: Section })[];
}

export const chromeOf = once((store: Store): Chrome => ({
	sections: sectionsOf(store).map((section) => ({
		section,
		name: SECTION_NAMES[section],
		address: addresses.section(section),
	})),
}));

/** Sections that are in the store; members only when there are any. */
export function sectionsOf(store: Store): Section[] {
	const { sections } = storeFacts(store);
	const kinds: Section[] = KINDS.filter((kind) => sections.includes(kind));
	return members(store).length > 0 ? [...kinds, 'members'] : kinds;
}

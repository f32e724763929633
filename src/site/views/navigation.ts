import * as addresses from '../../core/addresses.ts';
import { KINDS } from '../../core/kinds.ts';
import { storeFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { once } from './catalogue.ts';
import { SECTION_NAMES, type Link, type Section } from './page.ts';

/** What every page shows around its contents. */
export interface Navigation {
	/** The sections in the order of the navigation. */
	sections: (Link & { section: Section })[];
}

export const navigationOf = once((store: Store): Navigation => ({
	sections: sectionsOf(store).map((section) => ({
		section,
		name: SECTION_NAMES[section],
		address: addresses.section(section),
	})),
}));

/** The mirrored sections, empty or not, and members, which every mirror has. */
export function sectionsOf(store: Store): Section[] {
	const { sections } = storeFacts(store);
	return [...KINDS.filter((kind) => sections.includes(kind)), 'members'];
}

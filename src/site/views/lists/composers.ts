import * as addresses from '../../../core/addresses.ts';
import { compareStrings, letterOf, sortKey } from '../../../core/names.ts';
import type { ListedTune } from '../../../store/catalogue.ts';
import { composerNames } from '../../../store/composers.ts';
import type { Store } from '../../../store/open.ts';
import { once, tunes } from '../catalogue.ts';
import { COLUMNS, tuneRow, type ListRow } from '../list-rows.ts';
import { linesOf, type List } from '../list.ts';
import { counted, type Link } from '../page.ts';
import { letterLists } from './letters.ts';
import { BY_TUNEBOOKS, byTunebooks, mostFirst } from './order.ts';

export interface Composer {
	slug: string;
	/** The most common of its spellings. */
	name: string;
	sort: string;
	letter: string;
	tunes: ListedTune[];
}

/** Everybody named as a composer, by name. */
export const composers = once((store: Store): Composer[] => {
	const theirs = Map.groupBy(tunes(store), (tune) => tune.composerSlug);
	return [...composerNames(store)]
		.map(([slug, name]) => {
			const sort = sortKey(name);
			return { slug, name, sort, letter: letterOf(sort), tunes: theirs.get(slug) ?? [] };
		})
		.sort((a, b) => compareStrings(a.sort, b.sort) || compareStrings(a.slug, b.slug));
});

/** Composers with at least two tunes, who have a page; the page of a single tune serves for the others. */
export const composerPages = once(
	(store: Store): ReadonlyMap<string, string> =>
		new Map(
			composers(store)
				.filter((composer) => composer.tunes.length > 1)
				.map(({ slug }) => [slug, addresses.composer(slug)]),
		),
);

const FRONT: Link = { name: 'Composers', address: addresses.composers() };

/** Composers by letter, and the tunes of each who has more than one. */
export function composerLists(store: Store): List[] {
	const common = { section: 'tunes' as const, trail: [FRONT] };
	return [
		...letterLists(composers(store), composerLine, addresses.composerLetter, {
			...common,
			unit: 'composer',
			columns: COLUMNS.composers,
			heading: 'Composers',
		}),
		...composers(store)
			.filter(({ slug }) => composerPages(store).has(slug))
			.map((composer) => ({
				...common,
				...linesOf(byTunebooks(composer.tunes), tuneRow),
				unit: 'tune',
				columns: COLUMNS.tunes,
				address: addresses.composer(composer.slug),
				heading: composer.name,
				note: `Composer. ${BY_TUNEBOOKS}`,
				search: { composer: composer.name, sort: 'popularity' },
				found: `tunes by ${composer.name}`,
				related: [],
			})),
	];
}

/** A composer of one tune links to the tune. */
export function composerLine({ slug, name, tunes: [tune, ...others] }: Composer): ListRow {
	if (tune && others.length === 0) {
		const address = addresses.thing({ kind: 'tunes', id: tune.id });
		return { name, address, facts: [tune.name], end: '1 tune' };
	}
	const end = counted(others.length + 1, 'tune');
	return { name, address: addresses.composer(slug), facts: [''], end };
}

/** The composers of the most tunes first. */
export function composersByTunes(store: Store): Composer[] {
	return mostFirst(composers(store), (composer) => composer.tunes.length);
}

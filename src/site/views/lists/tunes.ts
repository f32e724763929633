import * as addresses from '../../../core/addresses.ts';
import { isTuneType, TUNE_TYPES, typeHeading } from '../../../core/music.ts';
import type { ListedTune } from '../../../store/catalogue.ts';
import type { Store } from '../../../store/open.ts';
import { once, tunes } from '../catalogue.ts';
import { COLUMNS, discussedTuneRow, newTuneRow, recordedTuneRow, tuneRow } from '../list-rows.ts';
import { linesOf, MOST, newestOf, type List } from '../list.ts';
import type { Link } from '../page.ts';
import { composerLists } from './composers.ts';
import { keyLists, type CountedLink } from './keys.ts';
import { letterLists } from './letters.ts';
import { BY_TUNEBOOKS, byTunebooks, mostFirst } from './order.ts';
import { yearLists } from './years.ts';

/** Every list of tunes. */
export const tuneLists = once((store: Store): List[] => {
	const rows = tunes(store);
	return [
		popularList(rows),
		recordedList(rows),
		discussedList(rows),
		newestList(rows),
		...typeLists(rows),
		...keyLists(store),
		...composerLists(store),
		...letterLists(rows, tuneRow, (name) => addresses.letter('tunes', name), {
			...TUNES,
			heading: 'Tunes',
		}),
		...yearLists(byTunebooks(rows), (tune) => tune.date, tuneRow, {
			...TUNES,
			heading: 'Tunes added in',
			note: `By the date of their first setting. ${BY_TUNEBOOKS}`,
		}),
	];
});

const TUNES = {
	section: 'tunes',
	unit: 'tune',
	columns: COLUMNS.tunes,
	trail: [] as Link[],
} as const;

function popularList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(byTunebooks(rows.filter((tune) => tune.tunebooks > 0)), tuneRow),
		address: addresses.popularTunes(),
		heading: 'Popular tunes',
		note: `${BY_TUNEBOOKS} Tunes in fewer than ten are not counted.`,
		related: [],
		original: addresses.original(addresses.popularTunes()),
	};
}

function recordedList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(
			most(rows, (tune) => tune.recordings),
			recordedTuneRow,
		),
		columns: COLUMNS.recordedTunes,
		address: addresses.recordedTunes(),
		heading: 'Most recorded tunes',
		note: 'By the recordings of the collection that they are on.',
		related: [],
	};
}

function discussedList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(
			most(rows, (tune) => tune.comments + tune.discussions),
			discussedTuneRow,
		),
		columns: COLUMNS.discussedTunes,
		address: addresses.discussedTunes(),
		heading: 'Most discussed tunes',
		note: 'By their comments and by the discussions that link to them.',
		related: [],
	};
}

function most(rows: readonly ListedTune[], count: (tune: ListedTune) => number): ListedTune[] {
	return mostFirst(
		rows.filter((tune) => count(tune) > 0),
		count,
	).slice(0, MOST);
}

function newestList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(newestOf(rows), newTuneRow),
		columns: COLUMNS.newTunes,
		address: addresses.newest('tunes'),
		heading: 'New tunes',
		note: 'By the date of their first setting.',
		related: [],
		original: addresses.original(addresses.newest('tunes')),
	};
}

function typeLists(rows: readonly ListedTune[]): List[] {
	const groups = Map.groupBy(rows, (tune) => tune.type);
	const types = Object.keys(TUNE_TYPES).filter((type) => groups.has(type));
	const related = types.map(typeLink);
	return types.map((type) => ({
		...TUNES,
		...linesOf(byTunebooks(groups.get(type) ?? []), tuneRow),
		address: addresses.tuneType(type),
		heading: typeHeading(type),
		note: BY_TUNEBOOKS,
		search: { type, sort: 'popularity' },
		related,
	}));
}

function typeLink(type: string): Link {
	return { name: typeHeading(type), address: addresses.tuneType(type) };
}

/** The types in use, most common first. */
export function typeCounts(store: Store): CountedLink[] {
	const groups = Map.groupBy(tunes(store), (tune) => tune.type);
	return [...groups]
		.filter(([type]) => isTuneType(type))
		.map(([type, rows]) => ({ ...typeLink(type), count: rows.length }))
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

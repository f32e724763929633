import * as addresses from '../../domain/addresses.ts';
import { isTuneType, parseMode, TUNE_TYPES, tonicLabel } from '../../domain/music.ts';
import type { ListedTune } from '../../store/catalogue.ts';
import type { Store } from '../../store/open.ts';
import { once, tunes } from '../catalogue.ts';
import { newTuneLine, tuneLine } from '../lines.ts';
import { linesOf, newestOf, type List } from '../list.ts';
import type { Link } from '../page.ts';
import { typeHeading } from '../tune.ts';
import { letterLists } from './letters.ts';

/** Every list of tunes, by address. */
export const tuneLists = once((store: Store): List[] => {
	const rows = tunes(store);
	return [
		popularList(rows),
		newestList(rows),
		...typeLists(rows),
		...keyLists(rows),
		...letterLists(rows, tuneLine, (name) => addresses.letter('tunes', name), {
			...TUNES,
			heading: 'Tunes',
		}),
	];
});

const TUNES = { section: 'tunes', unit: 'tune', trail: [] as Link[] } as const;
const BY_TUNEBOOKS = 'Those in the most tunebooks come first.';

function popularList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(byTunebooks(rows.filter((tune) => tune.tunebooks > 0)), tuneLine),
		address: addresses.popularTunes(),
		heading: 'Popular tunes',
		note: `${BY_TUNEBOOKS} Tunes in fewer than ten are not counted.`,
		related: [],
		original: addresses.original(addresses.popularTunes()),
	};
}

function newestList(rows: readonly ListedTune[]): List {
	return {
		...TUNES,
		...linesOf(newestOf(rows), newTuneLine),
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
		...linesOf(byTunebooks(groups.get(type) ?? []), tuneLine),
		address: addresses.tuneType(type),
		heading: typeHeading(type),
		note: BY_TUNEBOOKS,
		related,
	}));
}

function typeLink(type: string): Link {
	return { name: typeHeading(type), address: addresses.tuneType(type) };
}

function keyLists(rows: readonly ListedTune[]): List[] {
	const lists = new Map<string, { heading: string; tunes: ListedTune[] }>();
	for (const tune of rows) {
		for (const mode of tune.modes) {
			const key = parseMode(mode);
			const address = addresses.tuneKey(mode);
			if (!key || address === undefined) continue;
			const list = lists.get(address) ?? {
				heading: `Tunes in ${tonicLabel(key.tonic)} ${key.mode}`,
				tunes: [],
			};
			lists.set(address, list);
			if (list.tunes.at(-1) !== tune) list.tunes.push(tune);
		}
	}
	return [...lists].map(([address, list]) => ({
		...TUNES,
		...linesOf(byTunebooks(list.tunes), tuneLine),
		address,
		heading: list.heading,
		note: `Tunes with at least one setting in this key. ${BY_TUNEBOOKS}`,
		related: [],
	}));
}

function byTunebooks(rows: readonly ListedTune[]): ListedTune[] {
	return rows.toSorted((a, b) => b.tunebooks - a.tunebooks);
}

/** The types there are, the most common first, with how many tunes each. */
export function typeCounts(store: Store): (Link & { count: number })[] {
	const groups = Map.groupBy(tunes(store), (tune) => tune.type);
	return [...groups]
		.filter(([type]) => isTuneType(type))
		.map(([type, rows]) => ({ ...typeLink(type), count: rows.length }))
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The keys there are, with how many tunes each, by mode and the most common first. */
export function keyCounts(store: Store): { mode: string; keys: (Link & { count: number })[] }[] {
	const keys = tuneLists(store)
		.filter((list) => list.address.startsWith('/tunes/keys/'))
		.map((list) => {
			const [tonic = '', mode = ''] = list.heading.replace('Tunes in ', '').split(' ');
			return { mode, name: tonic, address: list.address, count: list.total };
		})
		.sort((a, b) => b.count - a.count);
	return [...Map.groupBy(keys, (key) => key.mode)].map(([mode, links]) => ({
		mode,
		keys: links.map(({ name, address, count }) => ({ name, address, count })),
	}));
}

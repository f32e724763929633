import * as addresses from '../../../core/addresses.ts';
import { parseMode, tonicLabel } from '../../../core/music.ts';
import type { ListedTune } from '../../../store/catalogue.ts';
import type { Store } from '../../../store/open.ts';
import { once, tunes } from '../catalogue.ts';
import { COLUMNS, tuneRow } from '../list-rows.ts';
import { linesOf, MOST, type List } from '../list.ts';
import { formatNumber, type Link } from '../page.ts';
import { BY_TUNEBOOKS, byTunebooks, mostFirst, underEach } from './order.ts';

const TUNES = { section: 'tunes', unit: 'tune', columns: COLUMNS.tunes } as const;

/** A link to a list, with the number of things in it. */
export type CountedLink = Link & { count: number };

/** Lists of tunes by key, by mode and by metre. */
export function keyLists(store: Store): List[] {
	return [...tonicLists(store), ...modeLists(store), ...metreLists(store)];
}

function tonicLists(store: Store): List[] {
	return modes(store).flatMap(({ mode, keys }) =>
		keys.map(({ tonic, tunes }) => ({
			...TUNES,
			...linesOf(byTunebooks(tunes), tuneRow),
			address: keyAddress(tonic, mode),
			heading: `Tunes in ${tonicLabel(tonic)} ${mode}`,
			note: `Tunes with at least one setting in this key. ${BY_TUNEBOOKS}`,
			search: { key: tonic, mode, sort: 'popularity' },
			trail: [{ name: modeHeading(mode), address: addresses.tuneMode(mode) }],
			related: [],
		})),
	);
}

function modeLists(store: Store): List[] {
	return modes(store).map(({ mode, tunes, keys }) => ({
		...TUNES,
		...firstOf(tunes),
		address: addresses.tuneMode(mode),
		heading: modeHeading(mode),
		note: noteOf('mode', tunes),
		search: { mode, sort: 'popularity' },
		trail: [],
		related: keys.map((key) => ({
			name: tonicLabel(key.tonic),
			address: keyAddress(key.tonic, mode),
		})),
	}));
}

function metreLists(store: Store): List[] {
	const related = metreCounts(store).map(({ name, address }) => ({ name, address }));
	return metres(store).map(([metre, tunes]) => ({
		...TUNES,
		...firstOf(tunes),
		address: addresses.tuneMetre(metre),
		heading: `Tunes in ${metre}`,
		note: noteOf('metre', tunes),
		search: { metre, sort: 'popularity' },
		trail: [],
		related,
	}));
}

function firstOf(rows: readonly ListedTune[]): Pick<List, 'total' | 'lines' | 'all'> {
	return { ...linesOf(byTunebooks(rows).slice(0, MOST), tuneRow), all: rows.length };
}

function noteOf(what: string, rows: readonly ListedTune[]): string {
	const note = `Tunes with at least one setting in this ${what}. `;
	if (rows.length <= MOST) return note + BY_TUNEBOOKS;
	return `${note}Here are the ${formatNumber(MOST)} in the most tunebooks.`;
}

/** The modes in use, most common first, each with its keys. */
const modes = once((store: Store) => {
	const byKey = [...underEach(tunes(store), (tune) => tune.modes.flatMap(keyOf))].map(
		([key, rows]) => ({ ...(parseMode(key) ?? { tonic: '', mode: '' }), tunes: rows }),
	);
	const byMode = underEach(tunes(store), (tune) =>
		tune.modes.flatMap((mode) => parseMode(mode)?.mode ?? []),
	);
	const all = [...byMode].map(([mode, rows]) => ({
		mode,
		tunes: rows,
		keys: mostFirst(
			byKey.filter((key) => key.mode === mode),
			(key) => key.tunes.length,
		),
	}));
	return mostFirst(all, (mode) => mode.tunes.length);
});

/** The key in one spelling, `F#minor`; empty if it cannot be read. */
function keyOf(mode: string): string[] {
	const key = parseMode(mode);
	return key ? [key.tonic + key.mode] : [];
}

const metres = once((store: Store) =>
	mostFirst(
		[...underEach(tunes(store), (tune) => tune.meters.filter((metre) => /^\d+\/\d+$/.test(metre)))],
		([, rows]) => rows.length,
	),
);

/** The keys in use, most common first, under their modes. */
export function keyCounts(store: Store): (CountedLink & { keys: CountedLink[] })[] {
	return modes(store).map(({ mode, tunes, keys }) => ({
		name: capitalised(mode),
		address: addresses.tuneMode(mode),
		count: tunes.length,
		keys: keys.map((key) => ({
			name: tonicLabel(key.tonic),
			address: keyAddress(key.tonic, mode),
			count: key.tunes.length,
		})),
	}));
}

/** The metres in use, most common first. */
export function metreCounts(store: Store): CountedLink[] {
	return metres(store).map(([metre, rows]) => ({
		name: metre,
		address: addresses.tuneMetre(metre),
		count: rows.length,
	}));
}

function modeHeading(mode: string): string {
	return `${capitalised(mode)} tunes`;
}

function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

function keyAddress(tonic: string, mode: string): string {
	return addresses.tuneKey(tonic + mode) ?? '';
}

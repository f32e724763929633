import { hasChordSymbols } from './chord-symbols.ts';
import type { Kind } from '../../core/kinds.ts';
import { KINDS } from '../../core/kinds.ts';
import { parseMode } from '../../core/music.ts';
import { TUNEBOOK_BANDS } from '../../search/search-filters.ts';
import type { FilterChoices } from '../../search/search-parts.ts';
import { composerNames } from '../../store/composers.ts';
import { openStore, type Store } from '../../store/open.ts';
import { searchRows, settingFacts } from '../../store/searching.ts';
import type { SearchRow } from '../../store/searching.ts';

/** A thing as search sees it: its sort values and its filter values. */
export interface SearchedThing {
	id: number;
	name: string;
	/** `2004-08-06`, or '' when unknown. */
	date: string;
	/** The date of the newest comment on it; null when it has none. */
	talk: string | null;
	tunebooks: number;
	filters: Record<string, string[]>;
}

export interface SearchedThings {
	kinds: Record<Kind, SearchedThing[]>;
	choices: FilterChoices;
}

/** The same, from the path of a store. */
export function readSearchedThings(storeFile: string): SearchedThings {
	const store = openStore(storeFile);
	try {
		return searchedThings(store);
	} finally {
		store.close();
	}
}

/** Everything that search needs to know besides the pages. */
export function searchedThings(store: Store): SearchedThings {
	const settings = readSettings(store);
	const composers = composerNames(store);
	const kinds = Object.fromEntries(
		KINDS.map((kind) => [
			kind,
			searchRows(store, kind).map((row) => toThing(row, settings.get(row.id), kind, composers)),
		]),
	) as Record<Kind, SearchedThing[]>;
	const all = Object.values(kinds).flat();
	const choices = {
		composers: valuesOf(all, 'composer'),
		countries: valuesOf(all, 'country'),
		years: valuesOf(all, 'year').reverse(),
	};
	return { kinds, choices };
}

interface SettingMarks {
	key: Set<string>;
	mode: Set<string>;
	metre: Set<string>;
	chords: Set<string>;
}

function readSettings(store: Store): Map<number, SettingMarks> {
	const marks = new Map<number, SettingMarks>();
	for (const { tuneId, meter, mode, abc } of settingFacts(store)) {
		let mark = marks.get(tuneId);
		if (!mark) {
			mark = { key: new Set(), mode: new Set(), metre: new Set(), chords: new Set() };
			marks.set(tuneId, mark);
		}
		mark.metre.add(meter);
		if (hasChordSymbols(abc)) mark.chords.add('yes');
		const key = parseMode(mode);
		// A key asked for together with a mode must be of one setting, so the pair is a value of its own.
		if (key) mark.key.add(key.tonic).add(key.tonic + key.mode);
		if (key) mark.mode.add(key.mode);
	}
	return marks;
}

function toThing(
	row: SearchRow,
	settings: SettingMarks | undefined,
	kind: Kind,
	composers: ReadonlyMap<string, string>,
): SearchedThing {
	const filters: Record<string, string[]> = {};
	const put = (name: string, values: Iterable<string | null>): void => {
		const known = [...values].filter((value) => value !== null && value !== '').sort();
		if (known.length > 0) filters[name] = known as string[];
	};
	put('type', [row.type]);
	put('composer', [composers.get(row.composerSlug ?? '') ?? null]);
	put('country', [row.country]);
	put('year', [row.date?.slice(0, 4) ?? null]);
	if (kind === 'tunes') {
		for (const [name, values] of Object.entries(settings ?? {})) put(name, values as Set<string>);
		put('tunebooks', TUNEBOOK_BANDS.filter((band) => row.tunebooks >= band).map(String));
	}
	return {
		id: row.id,
		name: row.name,
		date: row.date?.slice(0, 10) ?? '',
		talk: row.comments > 0 ? (row.talk?.slice(0, 10) ?? '') : null,
		tunebooks: row.tunebooks,
		filters,
	};
}

function valuesOf(things: readonly SearchedThing[], name: string): string[] {
	const values = new Set(things.flatMap(({ filters }) => filters[name] ?? []));
	return [...values].sort();
}

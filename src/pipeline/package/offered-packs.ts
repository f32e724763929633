import { isTuneType, typeHeading, TUNE_TYPES } from '../../core/music.ts';
import type { Pack, PackGroup } from '../../offline/packs/catalogue.ts';
import { PACK_GROUPS } from '../../offline/packs/catalogue.ts';
import { POPULAR_BUNDLE } from './bundle-of.ts';
import type { PlannedBundle } from './pack-bundle.ts';
import { REGIONS } from './regions.ts';

/** The packs that readers can choose, in display order; packs without a thing are left out. */
export function offeredPacks(bundles: readonly PlannedBundle[]): Pack[] {
	return PACK_GROUPS.flatMap((group) => {
		const own = bundles.filter(({ id }) => id.startsWith(`${group}/`));
		const named = PACKS[group](own);
		const packs = named.map(({ id, name, holds }): Pack => {
			const held = own.filter((bundle) => holds(bundle.id));
			const things = held.reduce((sum, bundle) => sum + bundle.things, 0);
			return { id: `${group}/${id}`, group, name, bundles: held.map((b) => b.id), things };
		});
		return packs.filter(({ things }) => things > 0);
	});
}

interface NamedPack {
	/** Within its group. */
	id: string;
	name: string;
	holds: (bundle: string) => boolean;
}

const PACKS: Record<PackGroup, (bundles: readonly PlannedBundle[]) => NamedPack[]> = {
	tunes: () => [
		{ id: 'popular', name: 'Popular tunes', holds: (id) => id === POPULAR_BUNDLE },
		{ id: 'all', name: 'All tunes', holds: (id) => id !== POPULAR_BUNDLE },
		...Object.keys(TUNE_TYPES)
			.filter(isTuneType)
			.map((type): NamedPack => {
				const slug = type.replaceAll(' ', '-');
				return {
					id: slug,
					name: typeHeading(type),
					holds: (id) => id.startsWith(`tunes/${slug}/`) || id === `tunes/lists/${slug}`,
				};
			}),
	],
	recordings: () => [all('All recordings')],
	sessions: () => [all('All sessions'), ...regions('sessions')],
	events: () => [all('All events'), ...regions('events')],
	discussions: (bundles) => [all('All discussions'), ...fiveYears(bundles)],
};

function all(name: string): NamedPack {
	return { id: 'all', name, holds: () => true };
}

function regions(group: 'sessions' | 'events'): NamedPack[] {
	return REGIONS.map(({ id, name }) => ({
		id,
		name,
		holds: (bundle) => bundle === `${group}/${id}` || bundle === `${group}/lists`,
	}));
}

/** Years in fives, the newest first: 2021 to 2025, 2016 to 2020 … */
function fiveYears(bundles: readonly PlannedBundle[]): NamedPack[] {
	const years = bundles
		.map(({ id }) => Number(id.slice('discussions/'.length)))
		.filter((year) => Number.isInteger(year));
	const fives = new Set(years.map((year) => year - ((year - 1) % 5)));
	return [...fives]
		.sort((a, b) => b - a)
		.map((first) => ({
			id: `${first}-${first + 4}`,
			name: `Discussions of ${first} to ${first + 4}`,
			holds: (bundle) => {
				const year = Number(bundle.slice('discussions/'.length));
				return (year >= first && year < first + 5) || bundle === 'discussions/lists';
			},
		}));
}

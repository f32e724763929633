import { isSpread } from './spread.ts';

/** How many things of a kind exist at scale 1, and in which source. */
export interface FullScale {
	things: number;
	/** Ids have gaps and end about here. */
	maxId: number;
	/** Things that only the CSV, or only the archive, has. */
	csvOnly: number;
	archiveOnly: number;
	/** What next week adds and removes. */
	added: number;
	removed: number;
}

/** The things of one kind, numbered by index: week one's first, then those that next week adds. */
export interface Population {
	first: number;
	added: number;
	idOf: (index: number) => number;
	inCsv: (index: number) => boolean;
	inArchive: (index: number) => boolean;
	/** Whether it exists in that week. */
	alive: (index: number, week: Week) => boolean;
}

export type Week = 1 | 2;

/** A population at a scale; where full scale has anything, it has at least one. */
export function populate(full: FullScale, scale: number): Population {
	const scaled = (n: number, least: number): number =>
		n ? Math.max(least, Math.round(n * scale)) : 0;
	const first = scaled(full.things, 8);
	const added = scaled(full.added, 1);
	const removed = scaled(full.removed, 1);
	const csvOnly = scaled(full.csvOnly, 1);
	const archiveOnly = Math.min(first, scaled(full.archiveOnly, 1));
	const maxId = Math.max(first, Math.round(full.maxId * scale));
	const isCsvOnly = (index: number): boolean =>
		index < first && isSpread(index, first, csvOnly, 0.5);
	return {
		first,
		added,
		idOf: (index) =>
			index < first ? 1 + Math.floor((index * maxId) / first) : maxId + 1 + index - first,
		inCsv: (index) =>
			isCsvOnly(index) ||
			(index < first ? !isSpread(index, first, archiveOnly, 0.25) : archiveOnly < first),
		inArchive: (index) => !isCsvOnly(index),
		alive: (index, week) =>
			week === 1 ? index < first : index >= first || !isSpread(index, first, removed, 0.75),
	};
}

/** The indices of the things that exist in a week. */
export function* indices(population: Population, week: Week): Generator<number> {
	const end = population.first + (week === 2 ? population.added : 0);
	for (let index = 0; index < end; index++) if (population.alive(index, week)) yield index;
}

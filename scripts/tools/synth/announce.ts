import type { Kind } from '../../../src/core/kinds.ts';
import { KINDS } from '../../../src/core/kinds.ts';
import { isNew, pagesOf, removedPaths } from './pages/pages.ts';
import { indices } from './population.ts';
import { at } from './random.ts';
import type { TableName } from './tables/tables.ts';
import { trackLengths } from './things/recordings.ts';
import { setLength } from './things/sets.ts';
import { aliasesOf, tunebooks } from './things/tunes.ts';
import type { World } from './world.ts';
import { changeOf } from './world.ts';

/** The contents of a week of a world: rows of each table, pages of each kind without section fronts. */
export interface Announcement {
	tables: Record<TableName, number>;
	pages: Record<Kind, number>;
	/** Tunes in the CSV, and comments on all pages. */
	tunes: number;
	comments: number;
	/** Compared with week one: pages changed, added and removed. */
	changed: number;
	added: number;
	removed: number;
}

/** Counts a world without composing it. */
export function announce(world: World): Announcement {
	const { kinds, week, sets } = world;
	const csv = (kind: Kind): number[] =>
		[...indices(kinds[kind], week)].filter((index) => kinds[kind].inCsv(index));
	const sum = (things: number[], value: (index: number) => number): number =>
		things.reduce((total, index) => total + value(index), 0);
	const pages = {} as Record<Kind, number>;
	const found = { comments: 0, changed: 0, added: 0 };
	for (const kind of KINDS) {
		const drawn = [...pagesOf(world, kind)];
		pages[kind] = drawn.length;
		for (const index of drawn) {
			found.comments += at(world.comments[kind].count, index);
			if (isNew(world, kind, index)) found.added++;
			else if (changeOf(world, kind, index) !== 'none') found.changed++;
		}
	}
	return {
		tables: {
			tunes: sum(csv('tunes'), (index) => at(world.settings.count, index)),
			aliases: sum(csv('tunes'), (index) => aliasesOf(world, index).length),
			tune_popularity: sum(csv('tunes'), (index) => (tunebooks(world, index) > 0 ? 1 : 0)),
			recordings: sum(csv('recordings'), (index) =>
				trackLengths(world, index).reduce((a, b) => a + b, 0),
			),
			sessions: csv('sessions').length,
			events: csv('events').length,
			sets: sum([...indices(sets, week)], (index) => setLength(world, index)),
		},
		pages,
		tunes: csv('tunes').length,
		...found,
		removed: week === 1 ? 0 : [...removedPaths(world)].length,
	};
}

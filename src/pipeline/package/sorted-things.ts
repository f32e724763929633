import type { Kind } from '../../core/kinds.ts';
import { isTuneType } from '../../core/music.ts';
import type { Store } from '../../store/open.ts';
import { popularTuneIds } from '../../store/tunes.ts';
import { regionOf } from './regions.ts';

/** What decides in which bundle a thing is. */
export interface SortedThings {
	/**
	 * By id: the type of a tune (`slip-jig`, or `other` if none of the twelve), the region of a session or
	 * event, the year of a discussion, an empty text for a recording.
	 */
	sortOf: Record<Kind, ReadonlyMap<number, string>>;
	/** The tunes in the most tunebooks. */
	popular: ReadonlySet<number>;
}

/** The type of tunes outside the twelve types. */
const OTHER = 'other';

/** The year of a discussion without a date. */
const UNDATED = 'undated';

export function sortedThings(store: Store): SortedThings {
	const { database } = store;
	const read = (query: string, sort: (value: string) => string): Map<number, string> =>
		new Map(
			database
				.prepare(query)
				.all()
				.map((row) => [Number(row['id']), sort(String(row['value'] ?? ''))]),
		);
	return {
		sortOf: {
			tunes: read('SELECT id, type AS value FROM tune', (type) =>
				isTuneType(type) ? type.replaceAll(' ', '-') : OTHER,
			),
			recordings: read("SELECT id, '' AS value FROM recording", String),
			sessions: read('SELECT id, country_slug AS value FROM session', regionOf),
			events: read('SELECT id, country_slug AS value FROM event', regionOf),
			discussions: read(
				'SELECT id, substr(date, 1, 4) AS value FROM discussion',
				(year) => year || UNDATED,
			),
		},
		popular: popularTuneIds(store),
	};
}

import type { Named, NameKind } from '../../../search/names/name-table.ts';
import { artistNames, recordingNames, sessionNames, tuneNames } from '../../../store/names.ts';
import type { Store } from '../../../store/open.ts';

/** The names to be found, by kind, each ordered by id or slug. */
export const NAME_ROWS: Record<NameKind, (store: Store) => Named[]> = {
	tunes: (store) =>
		tuneNames(store).map(({ id, name, type, tunebooks, modes, aliases }) => ({
			id,
			slug: '',
			names: [name, ...(JSON.parse(aliases) as string[])],
			about: [[type], JSON.parse(modes) as string[]],
			known: tunebooks,
		})),

	recordings: (store) =>
		recordingNames(store).map(({ id, name, artist }) => named(id, '', name, artist, 0)),

	artists: (store) =>
		artistNames(store).map(({ slug, name, recordings }) =>
			named(null, slug, name, null, recordings),
		),

	sessions: (store) =>
		sessionNames(store).map(({ id, name, town, country }) =>
			named(id, '', name, town ?? country, 0),
		),
};

function named(
	id: number | null,
	slug: string,
	name: string,
	detail: string | null,
	known: number,
): Named {
	return { id, slug, names: [name], about: detail === null ? [] : [detail.split(/\s+/)], known };
}

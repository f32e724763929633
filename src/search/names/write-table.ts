import { slugify } from '../../core/names.ts';
import { toWordTable } from './word-table.ts';
import type { Named, NameKind, NameTable } from './name-table.ts';

/** Packs things of one kind, ordered by id, into a table; the tag is added once all tables are known. */
export function writeTable(kind: NameKind, things: readonly Named[]): Omit<NameTable, 'tag'> {
	const hasKnown = things.some(({ known }) => known > 0);
	return {
		kind,
		ids: steps(things.flatMap(({ id }) => (id === null ? [] : [id]))),
		slugs: kind === 'artists' ? things.map(ownSlug) : [],
		names: toWordTable(things.map(({ names }) => names.map((name) => name.split(/\s+/)))),
		about: toWordTable(things.map(({ about }) => about)),
		known: hasKnown ? things.map(({ known }) => known) : [],
	};
}

function steps(ids: readonly number[]): number[] {
	return ids.map((id, n) => id - (ids[n - 1] ?? 0));
}

function ownSlug({ slug, names: [name = ''] }: Named): string {
	return slugify(name) === slug ? '' : slug;
}

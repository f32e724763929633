import type { Store } from './open.ts';

/**
 * What each composer is called, by slug: the most common of the spellings that make one address, and
 * of those as common the first by code. Pages and search must call them alike.
 */
export function composerNames(store: Store): Map<string, string> {
	const rows = store.sql.all`
		SELECT composer_slug AS slug, composer AS name FROM tune
		WHERE composer_slug IS NOT NULL AND composer IS NOT NULL
		GROUP BY composer_slug, composer
		ORDER BY composer_slug, count(*), composer DESC` as unknown as { slug: string; name: string }[];
	return new Map(rows.map(({ slug, name }) => [slug, name]));
}

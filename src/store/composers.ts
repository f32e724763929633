import type { Store } from './open.ts';

/**
 * The name of each composer by slug: the most common of the spellings that share one address, ties going to
 * the first by code point. Pages and search must use the same name.
 */
export function composerNames(store: Store): Map<string, string> {
	const rows = store.sql.all`
		SELECT composer_slug AS slug, composer AS name FROM tune
		WHERE composer_slug IS NOT NULL AND composer IS NOT NULL
		GROUP BY composer_slug, composer
		ORDER BY composer_slug, count(*), composer DESC` as unknown as { slug: string; name: string }[];
	return new Map(rows.map(({ slug, name }) => [slug, name]));
}

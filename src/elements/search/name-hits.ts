import { keyLabel, parseMode } from '../../core/music.ts';
import type { Filters } from '../../search/search-filters.ts';
import type { NameHit } from '../../search/names/name-finder.ts';
import type { SearchRequest } from './request.ts';

/** Filters of which names say enough. */
const TOLD = ['type', 'key', 'mode', 'tunebooks'];

/**
 * True when names alone can tell what passes the filters, in the usual order. What stands in quotes is
 * wanted as it stands, and names know no order of words.
 */
export function namesAnswer({ text, filters, sort }: SearchRequest): boolean {
	return (
		text !== '' &&
		!text.includes('"') &&
		sort === 'relevance' &&
		Object.keys(filters).every((name) => TOLD.includes(name))
	);
}

export function passes(hit: NameHit, { type, key, mode, tunebooks }: Filters): boolean {
	if (type && hit.detail !== type) return false;
	if (tunebooks && hit.known < Number(tunebooks)) return false;
	if (!key && !mode) return true;
	return hit.keys.map(parseMode).some((has) => {
		return has && (!key || has.tonic === key) && (!mode || has.mode === mode);
	});
}

/** The line under a name. */
export function aboutHit({ detail, keys }: NameHit): string {
	const told = keys.slice(0, 3).map(keyLabel).join(', ');
	return told === '' ? detail : `${detail} in ${told}`;
}

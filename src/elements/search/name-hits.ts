import { keyLabel, parseMode } from '../../core/music.ts';
import type { Filters } from '../../search/search-filters.ts';
import type { NameHit } from '../../search/names/name-finder.ts';
import type { SearchRequest } from './request.ts';

/** Filters that the name tables can apply. */
const TOLD = ['type', 'key', 'mode', 'tunebooks'];

/**
 * Whether names alone can apply all filters, in the default order. Quoted text must match exactly, and names
 * do not know the order of words.
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

/** The line shown under a name. */
export function aboutHit({ detail, keys }: NameHit): string {
	const told = keys.slice(0, 3).map(keyLabel).join(', ');
	return told === '' ? detail : `${detail} in ${told}`;
}

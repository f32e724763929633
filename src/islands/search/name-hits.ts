import { keyLabel, parseMode } from '../../domain/music.ts';
import type { Filters } from '../../domain/search-filters.ts';
import type { GroupId, SearchRequest } from './request.ts';

/** A thing that was found by its name. */
export interface NameHit {
	kind: GroupId;
	/** Without the base path. */
	address: string;
	name: string;
	/** The other name that was meant, where it was not the first. */
	alias: string | null;
	/** A tune's type; who made a recording; the town of a session. */
	detail: string;
	/** Of a tune, `Edorian`. */
	keys: string[];
	/** Tunebooks that a tune is in. */
	known: number;
}

/** Finds things of a group by their names, the closest first. */
export type FindNames = (group: GroupId, text: string, limit: number) => Promise<NameHit[]>;

/** Filters of which names say enough. */
const TOLD = ['type', 'key', 'mode', 'tunebooks'];

/** True when names alone can tell what passes the filters, in the usual order. */
export function namesAnswer({ text, filters, sort }: SearchRequest): boolean {
	return (
		text !== '' && sort === 'relevance' && Object.keys(filters).every((name) => TOLD.includes(name))
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

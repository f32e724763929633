import { ORIGINAL, original, originalArtist, originalMember } from '../core/addresses.ts';

// Objects nested in other objects. Where upstream's dumps give no id, the key is kept with null.

/** Who added something. The dumps give ids only for people who have sets. */
export interface MemberRef {
	id: number | null;
	name: string | null;
	url: string | null;
}

/** Anything given only by its name. */
export interface NamedRef {
	id: null;
	name: string;
}

export function memberRef(name: string | null, number: number | null): MemberRef {
	return { id: number, name, url: number === null ? null : originalMember(number) };
}

export function artistRef(name: string | null, number: number | null): MemberRef {
	return { id: number, name, url: number === null ? null : originalArtist(number) };
}

export function namedRef(name: string | null): NamedRef {
	return { id: null, name: name ?? '' };
}

/** Our address of a thing, a setting or a comment → thesession.org's URL for it. */
export const identity = original;

/** Our sanitised HTML, with absolute links to thesession.org. */
export function originalLinks(html: string): string {
	return html.replaceAll('<a href="/', `<a href="${ORIGINAL}/`);
}

/**
 * A coordinate that stays a float in JSON: strict clients reject `53` where they expect `53.0`. Only
 * `JSON.stringify` can write it.
 */
export function coordinate(degrees: number): unknown {
	return Number.isInteger(degrees) ? JSON.rawJSON(`${degrees}.0`) : degrees;
}

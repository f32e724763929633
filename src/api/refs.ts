import { ORIGINAL, original, originalArtist, originalMember } from '../core/addresses.ts';

// What stands inside other objects. Where upstream's dumps do not give an id, the key stays with null.

/** Who added something. The dumps tell the id only of people who have sets. */
export interface MemberRef {
	id: number | null;
	name: string | null;
	url: string | null;
}

/** Anything that is only named. */
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

/** Our address of a thing, a setting or a comment → the URL that thesession.org has for it. */
export const identity = original;

/** Our sanitised HTML, with links that lead to thesession.org wherever it is read. */
export function originalLinks(html: string): string {
	return html.replaceAll('<a href="/', `<a href="${ORIGINAL}/`);
}

/**
 * A coordinate that stays a float in JSON: strict clients refuse `53` where they expect `53.0`.
 * Written by `JSON.stringify` only.
 */
export function coordinate(degrees: number): unknown {
	return Number.isInteger(degrees) ? JSON.rawJSON(`${degrees}.0`) : degrees;
}

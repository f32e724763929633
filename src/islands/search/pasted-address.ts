import { ORIGINAL, parseThing, thing } from '../../domain/addresses.ts';

/**
 * Where an address of thesession.org leads here, from the root and without the base path; undefined
 * for text that is no such address.
 */
export function pastedAddress(text: string): string | undefined {
	const bare = text.replace(/^(https?:\/\/)?(www\.)?/i, '');
	if (!/^thesession\.org(\/|$)/i.test(bare)) return undefined;
	const url = URL.parse(`https://${bare}`);
	if (!url || url.origin !== ORIGINAL) return undefined;
	const named = parseThing(url);
	if (named) return thing(named) + url.hash;
	const { pathname, hash } = url;
	// Fronts of sections are folders here.
	return (/^\/[a-z]+$/.test(pathname) ? `${pathname}/` : pathname) + hash;
}

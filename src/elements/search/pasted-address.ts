import { ORIGINAL, parseThing, search, thing } from '../../core/addresses.ts';
import { KINDS } from '../../core/kinds.ts';

/** Members and artists are identified here by name, not by number. */
const NUMBERED = /^\/(members|recordings\/artists)\/\d+(\/|$)/;
const SEARCH = /^\/([a-z]+\/)?search\/?$/;
const FRONT = new RegExp(`^/(${[...KINDS, 'members'].join('|')})$`);

/**
 * Where an address of thesession.org leads on this site, from the root and without the base path; it begins
 * with a single slash, so it never leads to another site. Undefined for text that is not such an address, and
 * when the page cannot be determined.
 */
export function pastedAddress(text: string): string | undefined {
	const bare = text.replace(/^(https?:\/\/)?(www\.)?/i, '');
	if (!/^thesession\.org(\/|$)/i.test(bare)) return undefined;
	const url = URL.parse(`https://${bare}`);
	if (!url || url.origin !== ORIGINAL) return undefined;
	const named = parseThing(url);
	if (named) return thing(named) + url.hash;
	const path = url.pathname.replace(/\/{2,}/g, '/');
	if (NUMBERED.test(path)) return undefined;
	if (SEARCH.test(path)) return search({ q: url.searchParams.get('q') ?? '' });
	// Front pages of sections are folders here.
	return (FRONT.test(path) ? `${path}/` : path) + url.hash;
}

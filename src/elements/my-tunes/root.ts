import { mine, setting, thing, tunebook, withBase } from '../../core/addresses.ts';
import { writeRefs, type Numbers } from './book/tune-refs.ts';

/** The site's root address; scripts are in /_astro/. */
export const ROOT = import.meta.url.replace(/_astro\/[^/]+$/, '');

/** The absolute address of the reader's book, or of a shared one. */
export const bookUrl = (query = ''): string =>
	withBase(ROOT, mine()) + (query === '' ? '' : `?${query}`);

/** The absolute address of a tune's page, at the given setting if any. */
export const tuneUrl = ({ tune, setting: id }: Numbers): string =>
	withBase(ROOT, id === null ? thing({ kind: 'tunes', id: tune }) : setting(tune, id));

/** The absolute address of printable sheets of these tunes. */
export const printUrl = (refs: readonly Numbers[]): string =>
	`${withBase(ROOT, tunebook())}?tunes=${writeRefs(refs)}`;

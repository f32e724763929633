import { mine, setting, thing, tunebook, withBase } from '../../core/addresses.ts';
import { writeRefs, type Numbers } from './book/tune-refs.ts';

/** The site's root: scripts are in /_astro/. */
export const ROOT = import.meta.url.replace(/_astro\/[^/]+$/, '');

/** The whole address of the reader's book, or of what somebody shares. */
export const bookUrl = (query = ''): string =>
	withBase(ROOT, mine()) + (query === '' ? '' : `?${query}`);

/** The whole address of a tune's page, at the setting if one is named. */
export const tuneUrl = ({ tune, setting: id }: Numbers): string =>
	withBase(ROOT, id === null ? thing({ kind: 'tunes', id: tune }) : setting(tune, id));

/** The whole address of sheets to print with these tunes. */
export const printUrl = (refs: readonly Numbers[]): string =>
	`${withBase(ROOT, tunebook())}?tunes=${writeRefs(refs)}`;

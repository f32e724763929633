import { isKind } from '../core/kinds.ts';
import { FORMS, type Form, type Query } from './parameters.ts';

/** The API request that an API file corresponds to: an address without a format, and the query. */
export interface ApiFileAddress {
	address: string;
	form: Form;
	query: Query;
}

/**
 * The API requests that would return the content of a file: `/tunes/27.json`, `/tunes/new/2.json`,
 * `/discussions/xml/12.xml`, `/tunes/activity/27.json`. An ambiguous address is read as a page of a list
 * first, as files are. Empty for other addresses.
 *
 * @param perPage things on one page of a list
 */
export function readApiFileAddress(pathname: string, perPage: number): ApiFileAddress[] {
	const dot = pathname.lastIndexOf('.');
	const form = FORMS.find((each) => each === pathname.slice(dot + 1));
	if (form === undefined) return [];
	const query = { perpage: String(perPage) };
	const segments = pathname.slice(1, dot).split('/');
	// A folder for a format whose files would be too many beside the pages.
	if (segments.at(-2) === form) segments.splice(-2, 1);
	const [section = '', activity, id, ...more] = segments;
	if (isKind(section) && activity === 'activity' && id !== undefined && more.length === 0)
		return [{ address: `/${section}/${id}/activity`, form, query }];
	const itself = { address: `/${segments.join('/')}`, form, query };
	const last = segments.at(-1) ?? '';
	if (!/^[1-9]\d{0,5}$/.test(last)) return [itself];
	const list = `/${segments.slice(0, -1).join('/')}`;
	return [{ address: list, form, query: { ...query, page: last } }, itself];
}

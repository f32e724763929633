import { PageFault, type PagePlace } from './page.ts';
import { parsePage } from './parse-page.ts';

/** One page as it goes to the table; `json` is null when it could not be understood. */
export interface PageRow {
	place: PagePlace;
	json: string | null;
	fault: string | null;
	refused: string | null;
}

/**
 * Reads one page. Whatever is thrown while reading it is the fault of this page and of no other; the
 * fault says what class of error it was, never what stood in the page.
 */
export function readRow(
	place: PagePlace,
	content: Buffer,
	site: string | null,
	parse: typeof parsePage = parsePage,
): PageRow {
	try {
		const { page, refused } = parse(place.kind, place.id, content, site);
		return {
			place,
			json: JSON.stringify(page),
			fault: null,
			refused: refused.length > 0 ? JSON.stringify(refused) : null,
		};
	} catch (error) {
		const fault =
			error instanceof PageFault ? error.message : `reading it failed: ${errorClass(error)}`;
		return { place, json: null, fault, refused: null };
	}
}

/** `TypeError`, `ERR_OUT_OF_RANGE` */
export function errorClass(error: unknown): string {
	const { code, name } = Object(error) as { code?: unknown; name?: unknown };
	if (typeof code === 'string') return code;
	return typeof name === 'string' ? name : typeof error;
}

import type { Kind } from '../../../core/kinds.ts';
import type { PageSeen } from './coverage.ts';
import { fieldsOf } from './fields.ts';
import { PageFault, type ArchivePage, type PagePlace } from './page.ts';
import { parsePage } from './parse-page.ts';
import type { Stated } from './stated-count.ts';

/** A page as a row of the table; `json` is null when it could not be understood. */
export interface PageRow {
	place: PagePlace;
	json: string | null;
	fault: string | null;
	refused: string | null;
	/** What was found of each field; absent when nothing was understood. */
	seen?: PageSeen;
	stated?: Stated;
}

/**
 * Reads one page. Any exception while reading counts against this page alone; the recorded fault gives
 * the class of the error, never the page's content.
 */
export function readRow(
	place: PagePlace,
	content: Buffer,
	parse: typeof parsePage = parsePage,
): PageRow {
	try {
		const { page, refused, stated, selectors } = parse(place.kind, place.id, content);
		return {
			place,
			json: JSON.stringify(page),
			fault: null,
			refused: refused.length > 0 ? JSON.stringify(refused) : null,
			seen: { fields: measure(place.kind, page, stated), selectors },
			stated,
		};
	} catch (error) {
		const fault =
			error instanceof PageFault ? error.message : `reading it failed: ${errorClass(error)}`;
		return { place, json: null, fault, refused: null };
	}
}

function measure(kind: Kind, page: ArchivePage, stated: Stated): PageSeen['fields'] {
	return Object.fromEntries(
		fieldsOf(kind).map((field) => [field.name, field.measure(page, stated)]),
	);
}

/** `TypeError`, `ERR_OUT_OF_RANGE` */
export function errorClass(error: unknown): string {
	const { code, name } = Object(error) as { code?: unknown; name?: unknown };
	if (typeof code === 'string') return code;
	return typeof name === 'string' ? name : typeof error;
}

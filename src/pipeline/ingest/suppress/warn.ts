import { announce, count } from '../../../cli/output.ts';
import type { SuppressResult } from './suppress.ts';

/** How many places a warning names; the report has all. */
const TOLD = 20;

/** Warns the owner of the list of what to check: by ids and places, never by content. */
export function warnOfSuppression({ unknown, stillNamed }: SuppressResult): void {
	if (unknown.length > 0) {
		announce(
			'warning',
			`suppress.json asks for what upstream does not have: ${shortened(unknown)}. ` +
				'Check their spelling.',
		);
	}
	for (const { what, places } of stillNamed) {
		announce(
			'warning',
			`A suppressed name still stands in ${count(places.length, 'text')} of ${what}: ` +
				`${shortened(places)}. Read them, and add those that should go to suppress.json.`,
		);
	}
}

function shortened(places: readonly string[]): string {
	const more = places.length - TOLD;
	return places.slice(0, TOLD).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

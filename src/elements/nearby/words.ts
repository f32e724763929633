import type { PlaceAt, Wanted } from '../../search/places/around.ts';
import { WEEKDAYS } from '../../search/places/weekdays.ts';

/** `2 sessions and 1 event`, `2 sessions`, `No sessions or events` */
export function countWords(found: readonly PlaceAt[], { kind }: Wanted): string {
	if (found.length === 0) return `No ${kind === 'both' ? 'sessions or events' : kind}`;
	const events = found.filter(({ place }) => place.kind === 'events').length;
	return [counted(found.length - events, 'session'), counted(events, 'event')]
		.filter(Boolean)
		.join(' and ');
}

/** ` on a Monday`, ` today`; `` for any day. */
export function dayWords({ days, day }: Wanted): string {
	if (day !== null) return ' today';
	const name = WEEKDAYS.find((_, weekday) => days === 1 << weekday);
	return name === undefined ? '' : ` on a ${name}`;
}

function counted(count: number, one: string): string {
	return count === 0 ? '' : `${count.toLocaleString('en-IE')} ${one}${count === 1 ? '' : 's'}`;
}

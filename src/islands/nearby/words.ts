import type { PlaceAt, Wanted } from '../../places/around.ts';
import { WEEKDAYS } from '../../places/weekdays.ts';

/** `2 sessions and 1 event`, or of the one kind that is asked for. */
export function countWords(found: readonly PlaceAt[], { kind }: Wanted): string {
	const events = found.filter(({ place }) => place.kind === 'events').length;
	const parts = [
		kind === 'events' ? '' : counted(found.length - events, 'session'),
		kind === 'sessions' ? '' : counted(events, 'event'),
	];
	return parts.filter(Boolean).join(' and ');
}

/** ` on a Monday`, ` today`; `` for any day. */
export function dayWords({ days, day }: Wanted): string {
	if (day !== null) return ' today';
	const name = WEEKDAYS.find((_, weekday) => days === 1 << weekday);
	return name === undefined ? '' : ` on a ${name}`;
}

function counted(count: number, one: string): string {
	return `${count === 0 ? 'No' : count.toLocaleString('en-IE')} ${one}${count === 1 ? '' : 's'}`;
}

import * as addresses from '../../../core/addresses.ts';
import type { Store } from '../../../store/open.ts';
import { sessionSpots } from '../../../store/places.ts';
import { once, sessions } from '../catalogue.ts';
import { COLUMNS, sessionRow } from '../list-rows.ts';
import { linesOf, newestOf, type List } from '../list.ts';
import { countryLists } from './places.ts';

/** Every list of sessions. */
export const sessionLists = once((store: Store): List[] => {
	const rows = sessions(store);
	return [
		{
			...linesOf(newestOf(rows), sessionRow),
			section: 'sessions',
			unit: 'session',
			columns: COLUMNS.sessions,
			address: addresses.newest('sessions'),
			heading: 'New sessions',
			note: 'By the date they were added.',
			trail: [],
			related: [],
			original: addresses.original(addresses.newest('sessions')),
		},
		...countryLists('sessions', rows, sessionRow, {
			heading: 'Sessions',
			unit: 'session',
			columns: COLUMNS.sessions,
			spots: sessionSpots(store),
			note: 'In alphabetical order, with the date each was added. Ask before you travel: sessions move.',
		}),
	];
});

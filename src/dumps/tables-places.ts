import { added, id, integer, maybe, MEMBER, SOURCE, text } from './columns.ts';
import type { DumpColumn, DumpTable } from './table.ts';

const PLACE: readonly DumpColumn[] = [
	maybe(text('address', 'The street.')),
	maybe(text('town', 'The town.')),
	maybe(text('area', 'The county, state or region.')),
	maybe(text('country', 'The country.')),
	{ name: 'latitude', type: 'real', nullable: true, about: 'Degrees north.' },
	{ name: 'longitude', type: 'real', nullable: true, about: 'Degrees east.' },
];

const CONTACT: readonly DumpColumn[] = [
	maybe(text('telephone', 'As it was written.')),
	maybe(text('website', 'An http or https URL.')),
];

/** Where and when people play. */
export const PLACE_TABLES: readonly DumpTable[] = [
	{
		name: 'sessions',
		about: 'Sessions: places where people meet to play.',
		key: ['id'],
		columns: [
			id('https://thesession.org/sessions/<id>', 's.id'),
			text('name', 'The place: a pub, mostly.', 's.name'),
			...PLACE,
			{ name: 'schedule', type: 'list', nullable: true, about: 'Days and times, in words.' },
			...CONTACT,
			MEMBER,
			added('s.date'),
			integer('comments', 'How many comments there are on it.', 's.comments'),
			SOURCE,
		],
		from: 'session s LEFT JOIN member m ON m.id = s.member_id ORDER BY s.id',
		count: 'SELECT count(*) FROM session',
		indexes: ['country, area'],
	},
	{
		name: 'events',
		about: 'Events: festivals, concerts, workshops.',
		key: ['id'],
		columns: [
			id('https://thesession.org/events/<id>', 'e.id'),
			text('name', 'What it is called.', 'e.name'),
			{ name: 'starts', type: 'date', nullable: true, about: 'When it starts.' },
			{ name: 'ends', type: 'date', nullable: true, about: 'When it ends.' },
			maybe(text('venue', 'The name of the place.')),
			...PLACE,
			...CONTACT,
			MEMBER,
			added('e.date'),
			integer('comments', 'How many comments there are on it.', 'e.comments'),
			SOURCE,
		],
		from: 'event e LEFT JOIN member m ON m.id = e.member_id ORDER BY e.id',
		count: 'SELECT count(*) FROM event',
		indexes: ['starts', 'country, area'],
	},
];

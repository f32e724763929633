import { ORIGINAL } from '../core/addresses.ts';
import { added, id, integer, maybe, MEMBER, SOURCE, text } from './columns.ts';
import type { DumpTable } from './table.ts';

/** Comments and discussions, and the members. */
export const COMMENT_TABLES: readonly DumpTable[] = [
	{
		name: 'discussions',
		about: 'Discussions; what is said is in the table comments, the opening post being the first.',
		key: ['id'],
		columns: [
			id('https://thesession.org/discussions/<id>', 'd.id'),
			text('name', 'What it is about.', 'd.name'),
			{ ...MEMBER, about: 'The name of the member who began it.' },
			added('d.date'),
			integer('comments', 'How many comments it has, the opening post counted.', 'd.comments'),
			{ name: 'last_date', type: 'date', nullable: true, about: 'When its newest comment came.' },
			SOURCE,
		],
		from: 'discussion d LEFT JOIN member m ON m.id = d.member_id ORDER BY d.id',
		count: 'SELECT count(*) FROM discussion',
		indexes: ['member'],
	},
	{
		name: 'comments',
		about: 'Comments on tunes, recordings, sessions and events, and the posts of discussions.',
		key: ['kind', 'thing_id', 'position'],
		columns: [
			text('kind', 'What it stands on: tunes, recordings, sessions, events, discussions.'),
			integer('thing_id', 'The id of what it stands on.'),
			integer('position', 'Its place there, from 1.'),
			id('https://thesession.org/<kind>/<thing_id>#comment<id>', 'c.id'),
			maybe(text('title', 'Its heading.')),
			text(
				'html',
				'What it says, as sanitised HTML; links to other things lead to thesession.org.',
				// The sanitiser writes every link like this, and no text can contain it, as `<` is escaped there.
				`replace(html, '<a href="/', '<a href="${ORIGINAL}/')`,
			),
			MEMBER,
			added('c.date'),
		],
		from: `comment c LEFT JOIN member m ON m.id = c.member_id
			ORDER BY c.kind, c.thing_id, c.position`,
		count: 'SELECT count(*) FROM comment',
		indexes: ['member'],
	},
	{
		name: 'members',
		about: 'Everybody who added something that is here.',
		key: ['slug'],
		columns: [
			text('slug', "The member in the mirror's addresses."),
			text('name', 'The name, as in the column member of other tables.'),
			maybe(integer('number', 'The id at thesession.org, which is known of people who have sets.')),
			...['settings', 'recordings', 'sessions', 'events', 'discussions', 'sets', 'comments'].map(
				(name) => integer(name, `How many ${name} are theirs.`),
			),
		],
		from: 'member ORDER BY slug',
		count: 'SELECT count(*) FROM member',
		indexes: ['name'],
	},
];

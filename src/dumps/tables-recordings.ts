import { added, id, integer, maybe, MEMBER, SOURCE, text } from './columns.ts';
import type { DumpTable } from './table.ts';

const NUMBER = "The artist's id at thesession.org.";

/** Recordings, their tracks and artists. */
export const RECORDING_TABLES: readonly DumpTable[] = [
	{
		name: 'recordings',
		about: 'Recordings.',
		key: ['id'],
		columns: [
			id('https://thesession.org/recordings/<id>', 'r.id'),
			text('name', 'Its title.', 'r.name'),
			maybe(text('artist', 'The name of who plays.', 'a.name')),
			maybe(text('artist_slug', "That artist in the table artists and in the mirror's addresses.")),
			integer('tracks', 'How many tracks it has.'),
			MEMBER,
			added('r.date'),
			integer('comments', 'How many comments there are on it.', 'r.comments'),
			{ ...SOURCE, sql: 'r.source' },
		],
		from: `recording r LEFT JOIN artist a ON a.slug = r.artist_slug
			LEFT JOIN member m ON m.id = r.member_id ORDER BY r.id`,
		count: 'SELECT count(*) FROM recording',
		indexes: ['artist_slug'],
	},
	{
		name: 'tracks',
		about: 'What is played on each track of each recording, tune by tune.',
		key: ['recording_id', 'track', 'position'],
		columns: [
			integer('recording_id', 'The recording.', 't.recording_id'),
			integer('track', 'The track on it, from 1.', 't.track'),
			maybe(
				text('track_name', 'What the track is called, where it has a name of its own.', 't.name'),
			),
			integer(
				'position',
				'The place of the tune on the track, from 1; 0: no tune is known.',
				'coalesce(p.position, 0)',
			),
			maybe(text('name', 'The name of the tune as on the recording.', 'p.name')),
			maybe(integer('tune_id', 'The tune; unknown when it is not in the database.')),
		],
		from: `track t LEFT JOIN track_tune p ON p.recording_id = t.recording_id AND p.track = t.track
			ORDER BY t.recording_id, t.track, p.position`,
		count: `SELECT (SELECT count(*) FROM track_tune) + (SELECT count(*) FROM
			(SELECT recording_id, track FROM track EXCEPT SELECT recording_id, track FROM track_tune))`,
		indexes: ['tune_id'],
	},
	{
		name: 'artists',
		about: 'Who plays on recordings.',
		key: ['slug'],
		columns: [
			text('slug', "The artist in the mirror's addresses."),
			text('name', 'The name; Unknown artist 12 when only the number is known.'),
			maybe(integer('number', NUMBER)),
			integer('recordings', 'How many recordings there are.'),
		],
		from: 'artist ORDER BY slug',
		count: 'SELECT count(*) FROM artist',
	},
];

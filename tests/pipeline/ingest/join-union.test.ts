import { expect, it } from 'vitest';
import { addressSegment } from '../../../src/store/address-segment.ts';
import { commentFeed, eventPage, recordingPage, sessionPage, tunePage } from './pages.ts';
import { mirrored, page, row, tune } from './sources.ts';

// One mirror of many oddities: each must be right, or unknown and told.
it('joins what cannot be so that it is right, or unknown and told', async () => {
	const mirror = await mirrored(
		{
			tunes: [
				tune(1, 1001),
				tune(2, 1002, { abc: '', composer: '曲' }),
				tune(4, 77, { name: 'Where It Moved', composer: 'C#' }),
				tune(5, 78, { composer: 'C' }),
			],
			aliases: [
				row('aliases', { tune_id: 1, alias: 'Grey’s Bird' }),
				row('aliases', { tune_id: 1, alias: "Grey's  Bird" }),
				row('aliases', { tune_id: 1, alias: 'GREY’S BIRD' }),
			],
			sessions: [
				row('sessions', { id: 1, latitude: 0, longitude: 0, country: 'Unknown', area: '2' }),
				row('sessions', { id: 2, latitude: 0, longitude: 0, country: '', area: '' }),
			],
			events: [
				row('events', { id: 1, dtstart: '2030-04-25 20:00:00', dtend: '2030-04-20 20:00:00' }),
				row('events', { id: 2, dtstart: '2031-04-25 20:00:00', dtend: '' }),
				row('events', { id: 3, dtstart: '2030-04-25 20:00:00', dtend: '2030-04-25 00:00:00' }),
			],
			sets: [
				row('sets', { settingorder: 1 }),
				row('sets', { settingorder: 1, tune_id: '', setting_id: '', name: 'Not There, The' }),
			],
		},
		{
			...page('tunes/2', tunePage(2, [{ id: 1002 }])),
			// Its only setting moved to tune 4, and its row is gone.
			...page('tunes/3', tunePage(3, [{ id: 77 }], [{ id: 30, html: 'Where did it go?' }])),
			...page('sessions/1', sessionPage(1)),
			...page('events/1', eventPage(1)),
			...page('events/2', eventPage(2)),
			...page(
				'recordings/1',
				recordingPage(1, [
					{ tunes: [['The Heron’s', 1]] },
					{ tunes: [['Moved', 4], ['Nobody Has It']] },
				]),
			),
		},
	);
	expect(mirror.rows('SELECT id, settings, comments, composer_slug FROM tune')).toEqual([
		{ id: 1, settings: 1, comments: 0, composer_slug: null },
		{ id: 2, settings: 1, comments: 0, composer_slug: addressSegment('曲') },
		{ id: 3, settings: 0, comments: 1, composer_slug: null },
		{ id: 4, settings: 1, comments: 0, composer_slug: addressSegment('C#') },
		{ id: 5, settings: 1, comments: 0, composer_slug: 'c' },
	]);
	expect(mirror.rows('SELECT abc FROM setting WHERE id = 1002')).toEqual([
		{ abc: '|:G2BG dGBG|\nA2cA eAcA:|' },
	]);
	expect(mirror.rows('SELECT name FROM alias ORDER BY name')).toEqual([
		{ name: 'GREY’S BIRD' },
		{ name: 'Grey’s Bird' },
	]);
	expect(mirror.rows('SELECT track, position, name, tune_id FROM track_tune')).toEqual([
		{ track: 1, position: 1, name: 'The Heron 1', tune_id: 1 },
		{ track: 2, position: 1, name: 'Moved', tune_id: 4 },
		{ track: 2, position: 2, name: 'Nobody Has It', tune_id: null },
	]);
	expect(mirror.rows('SELECT tracks FROM recording')).toEqual([{ tracks: 2 }]);
	expect(mirror.rows('SELECT id, latitude, country_slug, area_slug FROM session')).toEqual([
		{
			id: 1,
			latitude: 53.01,
			country_slug: addressSegment('Unknown', ['unknown']),
			area_slug: addressSegment('2'),
		},
		{ id: 2, latitude: null, country_slug: null, area_slug: null },
	]);
	expect(mirror.rows('SELECT id, ends FROM event')).toEqual([
		{ id: 1, ends: '2030-04-27 00:00:00' },
		{ id: 2, ends: null },
		{ id: 3, ends: '2030-04-25 00:00:00' },
	]);
	expect(mirror.rows('SELECT position, name, tune_id FROM tuneset_tune')).toEqual([
		{ position: 1, name: 'The Heron 1', tune_id: 1 },
		{ position: 2, name: 'The Not There', tune_id: null },
	]);
	expect(
		mirror.rows(`SELECT source, place, reason FROM refused WHERE source LIKE 'joined/%'
			OR id LIKE 'setting%' OR source LIKE '%aliases%' ORDER BY source, place`),
	).toEqual([
		{
			source: 'archive/tunes',
			place: 'tunes/3/index.html',
			reason: 'a setting that belongs to another tune',
		},
		{ source: 'csv/aliases.csv', place: 'row 3', reason: 'the same alias twice' },
		{ source: 'joined/events', place: 'events/2', reason: 'it ends before it starts' },
		{ source: 'joined/tunes', place: 'tunes/3', reason: 'no setting in either repository' },
	]);
});

it('counts the comments that are there', async () => {
	const twice = commentFeed([
		{ id: 9, html: 'first' },
		{ id: 9, html: 'second' },
	]);
	const mirror = await mirrored({}, page('tunes/1', tunePage(1, [{ id: 1001 }]) + twice));
	const [counted] = mirror.rows(`SELECT t.comments, count(c.id) AS there FROM tune t
		JOIN comment c ON c.kind = 'tunes' AND c.thing_id = t.id GROUP BY t.id`);
	expect(counted).toMatchObject({ comments: counted?.['there'] });
});

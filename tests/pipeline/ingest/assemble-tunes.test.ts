import { describe, expect, it } from 'vitest';
import { tunePage } from './pages.ts';
import { mirrored, page, row, tune } from './sources.ts';

describe('tunes', () => {
	it('take the order from the archive and the fields from the CSV', async () => {
		const mirror = await mirrored(
			{
				tunes: [
					tune(1, 1001, { mode: 'Edorian', username: 'From CSV', date: '2020-01-01 00:00:00' }),
					tune(1, 1002, { abc: 'only in CSV', username: '' }),
					tune(1, 1003, { composer: 'Somebody' }),
					tune(1, 1000, { name: 'Renamed' }),
				],
			},
			page('tunes/1', tunePage(1, [{ id: 1003 }, { id: 1009, key: 'F#min' }, { id: 1001 }])),
		);
		expect(
			mirror.rows('SELECT id, position, mode, source, date FROM setting ORDER BY position'),
		).toEqual([
			{ id: 1003, position: 1, mode: 'Gmajor', source: 'both', date: '2021-05-02 10:11:12' },
			{ id: 1009, position: 2, mode: 'F#minor', source: 'archive', date: '2021-05-02 10:11:12' },
			{ id: 1001, position: 3, mode: 'Edorian', source: 'both', date: '2020-01-01 00:00:00' },
			{ id: 1002, position: 4, mode: 'Gmajor', source: 'csv', date: '2021-05-02 10:11:12' },
			{ id: 1000, position: 5, mode: 'Gmajor', source: 'csv', date: '2021-05-02 10:11:12' },
		]);
		expect(mirror.rows('SELECT * FROM tune')).toEqual([
			{
				id: 1,
				name: 'The Heron 1',
				raw_name: 'Heron 1, The',
				sort: 'heron 1',
				letter: 'h',
				type: 'reel',
				composer: 'Somebody',
				composer_slug: 'somebody',
				tunebooks: 11,
				settings: 5,
				recordings: 1,
				sets: 1,
				comments: 0,
				date: '2020-01-01 00:00:00',
				source: 'both',
			},
		]);
	});

	it('stand when only one source has them', async () => {
		const mirror = await mirrored(
			{ tunes: [tune(1, 1001), tune(2, 1002)] },
			page('tunes/3', tunePage(3, [{ id: 1003 }], [{ id: 5, html: 'x' }], 'Heron’s, The')),
		);
		expect(
			mirror.rows('SELECT id, name, source, settings, tunebooks, comments FROM tune ORDER BY id'),
		).toEqual([
			{ id: 1, name: 'The Heron 1', source: 'both', settings: 1, tunebooks: 11, comments: 0 },
			{ id: 2, name: 'The Heron 1', source: 'csv', settings: 1, tunebooks: 0, comments: 0 },
			{ id: 3, name: 'The Heron’s', source: 'archive', settings: 1, tunebooks: 0, comments: 1 },
		]);
	});

	it('take from another row, or from the archive, what a row does not say', async () => {
		const empty = { name: '', type: '', meter: '', mode: '', abc: '' };
		const mirror = await mirrored(
			{
				tunes: [
					tune(1, 1001, empty),
					tune(1, 1002, { name: 'Curlew, The', type: 'jig' }),
					tune(2, 2001, empty),
				],
				recordings: [
					row('recordings', { recording: '', track: 'A1', number: '' }),
					row('recordings', { track: 'A1', number: '', tune: 'Another' }),
				],
			},
			page('tunes/1', tunePage(1, [{ id: 1001 }])),
		);
		expect(mirror.rows('SELECT id, name, type FROM tune ORDER BY id')).toEqual([
			{ id: 1, name: 'The Curlew', type: 'jig' },
			{ id: 2, name: 'Tune 2', type: 'other' },
		]);
		expect(mirror.rows('SELECT id, meter, mode FROM setting ORDER BY id')).toEqual([
			{ id: 1001, meter: '4/4', mode: 'Gmajor' },
			{ id: 1002, meter: '4/4', mode: 'Gmajor' },
			{ id: 2001, meter: '', mode: '' },
		]);
		expect(mirror.rows('SELECT name FROM recording')).toEqual([{ name: 'Album 1' }]);
		expect(mirror.rows('SELECT name FROM track_tune ORDER BY track, position')).toEqual([
			{ name: 'The Heron 1' },
			{ name: 'Another' },
		]);
	});

	it('do not share a setting: the CSV says whose it is', async () => {
		const mirror = await mirrored(
			{},
			{
				...page('tunes/2', tunePage(2, [{ id: 1001 }, { id: 77 }])),
				...page('tunes/3', tunePage(3, [{ id: 77 }])),
			},
		);
		expect(mirror.rows('SELECT id, tune_id FROM setting ORDER BY id')).toEqual([
			{ id: 77, tune_id: 2 },
			{ id: 1001, tune_id: 1 },
		]);
		expect(mirror.rows('SELECT place, id, reason FROM refused')).toEqual([
			{
				place: 'tunes/2/index.html',
				id: 'setting1001',
				reason: 'a setting that belongs to another tune',
			},
			{
				place: 'tunes/3/index.html',
				id: 'setting77',
				reason: 'a setting that belongs to another tune',
			},
			{ place: 'tunes/3', id: '3', reason: 'no setting in either repository' },
		]);
	});

	it('lose aliases and popularity that belong to none, with their rows', async () => {
		const mirror = await mirrored({
			aliases: [
				row('aliases', { alias: 'Grey Bird, The' }),
				row('aliases', { tune_id: 99 }),
				row('aliases', { alias: 'The Grey Bird' }),
			],
			tune_popularity: [row('tune_popularity', {}), row('tune_popularity', { tune_id: 98 })],
		});
		expect(mirror.rows('SELECT tune_id, name FROM alias')).toEqual([
			{ tune_id: 1, name: 'The Grey Bird' },
		]);
		expect(mirror.rows('SELECT * FROM refused ORDER BY source, place')).toEqual([
			{
				source: 'csv/aliases.csv',
				place: 'row 3',
				id: '99',
				reason: 'its tune is in neither repository',
			},
			{ source: 'csv/aliases.csv', place: 'row 4', id: '1', reason: 'the same alias twice' },
			{
				source: 'csv/tune_popularity.csv',
				place: 'row 3',
				id: '98',
				reason: 'its tune is in neither repository',
			},
		]);
	});
});

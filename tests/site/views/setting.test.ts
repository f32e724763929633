import { describe, expect, it } from 'vitest';
import { POPULAR } from '../../../src/store/tunes.ts';
import { tuneView } from '../../../src/site/views/tune.ts';
import { madeStore } from '../../store/made-store.ts';

function settingOf(drawing: Record<string, string | number | null>) {
	const store = madeStore({
		tune: [{ id: 7, name: 'The Heron' }],
		setting: [{ id: 71, tune_id: 7, mode: 'Edorian' }],
		drawing: [{ setting_id: 71, width: 620, height: 90, bars: 16, ...drawing }],
	});
	return tuneView(store, 7).settings[0];
}

describe('settingView', () => {
	it('has the staff with its size and what it is in words', () => {
		expect(settingOf({ svg: '<path/>', notes: '64 67' })?.staff).toEqual({
			svg: '<path/>',
			width: 620,
			height: 90,
			label: 'The Heron, reel, E dorian, 4/4, 16 bars',
		});
	});

	it('says which instruments it lies well on', () => {
		expect(settingOf({ svg: '<path/>', notes: '62 66 68' })?.fits).toBe(
			'D to G sharp: fits first-position fiddle, B/C box; with half-holes D whistle, low D, C whistle, keyless flute',
		);
		expect(settingOf({ svg: '<path/>', notes: '55 62' })?.fits).toBe(
			'low G to D: fits first-position fiddle, B/C box; not D whistle, low D, C whistle, keyless flute',
		);
	});

	it('says what was tidied', () => {
		expect(settingOf({ svg: '<path/>', notes: '62', mends: 'repeat-starts' })?.mended).toBe(
			'repeat signs mended',
		);
		expect(settingOf({ svg: '<path/>', notes: '62', mends: null })?.mended).toBe('');
	});

	it('says why there is no staff', () => {
		const setting = settingOf({ svg: null, notes: null, fault: 'no notes' });
		expect(setting).toMatchObject({
			staff: null,
			fits: '',
			fault: 'No notes could be read from this ABC, so it has no staff.',
		});
	});
});

it('does without a key, a metre and settings that nobody knows', () => {
	const store = madeStore({
		tune: [
			{ id: 7, name: 'The Heron' },
			{ id: 8, name: 'The Curlew' },
		],
		setting: [{ id: 71, tune_id: 7, mode: '', meter: '' }],
		drawing: [{ setting_id: 71, svg: '<path/>', width: 620, height: 90, bars: 16, notes: '62' }],
	});
	const { keys, page, settings } = tuneView(store, 7);
	expect(keys).toEqual([]);
	expect(page.description).toMatch(/^The Heron, a reel: 1 setting in ABC/);
	expect(page.about).not.toHaveProperty('musicalKey');
	expect(settings[0]).toMatchObject({
		key: '',
		meter: '',
		staff: { label: 'The Heron, reel, 16 bars' },
	});
	expect(settings[0]?.header).toMatch(/\nM: none\n.*\nK: none\n$/);
	expect(tuneView(store, 8).keys).toEqual([]);
});

it('leaves staves to the page where the plan says so, but not those of popular tunes', () => {
	const ids = Array.from({ length: POPULAR + 1 }, (_, n) => n + 1);
	const store = madeStore({
		tune: ids.map((id) => ({ id, name: 'The Heron', sort: String(id), tunebooks: 9999 - id })),
		setting: ids.flatMap((id) => [
			{ id: 2 * id, tune_id: id, position: 1 },
			{ id: 2 * id + 1, tune_id: id, position: 2 },
		]),
	});
	const staves = (id: number, plan: 'all' | 'first' | 'popular') =>
		tuneView(store, id, plan).settings.map(({ staff }) => staff?.svg !== '');
	expect(staves(POPULAR + 1, 'all')).toEqual([true, true]);
	expect(staves(POPULAR + 1, 'first')).toEqual([true, false]);
	expect(staves(POPULAR + 1, 'popular')).toEqual([false, false]);
	expect(staves(POPULAR, 'popular')).toEqual([true, true]);
});

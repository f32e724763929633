import { describe, expect, it } from 'vitest';
import {
	DEFAULTS,
	loadPreferences,
	savePreferences,
} from '../../../src/elements/player/preferences.ts';

function storage(stored?: string) {
	const items = new Map(stored === undefined ? [] : [['player.1', stored]]);
	return () => ({
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
	});
}

const blocked = (): Storage => {
	throw new Error('blocked');
};

describe('preferences', () => {
	it('are the defaults at first, and where storage is blocked', () => {
		expect(loadPreferences(storage())).toEqual(DEFAULTS);
		expect(loadPreferences(blocked)).toEqual(DEFAULTS);
	});

	it.each([
		'',
		'null',
		'[]',
		'7',
		'{"speed":500,"instrument":"kazoo","aid":"toString","chords":"yes"}',
	])('take nothing that makes no sense from %j', (stored) => {
		expect(loadPreferences(storage(stored))).toEqual(DEFAULTS);
	});

	it('come back as they were stored, one beside the other', () => {
		const place = storage();
		savePreferences({ instrument: 'harp', speed: 70 }, place);
		expect(savePreferences({ aid: 'whistle-d' }, place)).toEqual({
			...DEFAULTS,
			instrument: 'harp',
			speed: 70,
			aid: 'whistle-d',
		});
		expect(loadPreferences(place).instrument).toBe('harp');
	});

	it('last as long as the page where nothing can be stored', () => {
		expect(savePreferences({ speed: 80 }, blocked).speed).toBe(80);
	});
});

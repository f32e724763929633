import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';

const packs = (value: string) => readConfig({ MIRROR_PACKS: value }).packs;

test('MIRROR_PACKS is a list of groups, all or none; discussions are for who asks', () => {
	expect(packs('')).toEqual(['tunes', 'recordings', 'sessions', 'events']);
	expect(packs('all')).toEqual(['tunes', 'recordings', 'sessions', 'events', 'discussions']);
	expect(packs('none')).toEqual([]);
	expect(packs('events, tunes')).toEqual(['tunes', 'events']);
	expect(() => packs('tunes,members')).toThrow(
		'MIRROR_PACKS is "tunes,members": there is no group "members"; known are tunes,',
	);
});

import { expect, test } from 'vitest';
import { companionsOf, LAST_SOUND } from '../../src/elements/offline/companions.ts';
import { soundsToKeep } from '../../src/elements/offline/keep-companion.ts';

test('the sound that tells whether all are kept is the last to be kept', () => {
	const sounds = soundsToKeep('/base/');
	expect(sounds.at(-1)).toBe(`/base/sound/${LAST_SOUND}`);
	expect(sounds).toContain('/base/sound/flute/55.mp3');
	expect(sounds).toContain('/base/sound/silence.mp3');
});

test('tunes bring names and sound, sessions and events names and places', () => {
	expect(companionsOf('tunes')).toEqual(['names', 'sound']);
	expect(companionsOf('sessions')).toEqual(['names', 'places']);
	expect(companionsOf('events')).toEqual(['names', 'places']);
	expect(companionsOf('discussions')).toEqual(['names']);
});

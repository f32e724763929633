import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';
import type { WrittenSetting } from '../../../src/notation/engraver/draw-setting.ts';
import type { TimedNote } from '../../../src/elements/player/timeline.ts';
import { Transport } from '../../../src/elements/player/transport.ts';
import { sampleSettings } from '../../notation/engraver/settings.ts';
import { playedNotes } from '../../notation/expand-repeats.ts';
import { withoutOrnaments } from '../../notation/heard.ts';
import { TRAPS } from '../../notation/trap-table.ts';
import { played } from './setting.ts';

/**
 * Plays a setting against a clock turned by hand: the written notes that its voice was given, in order
 * of time. Grace notes and chords, which abcjs makes up, are left out.
 */
function scheduled(setting: WrittenSetting): number[] {
	const { timeline } = played(setting);
	const clock = { currentTime: 0 };
	const given: { pitch: number; when: number }[] = [];
	const voice = {
		note: ({ pitch, startChar }: TimedNote, when: number) => {
			if (startChar !== null) given.push({ pitch, when });
		},
		click: () => undefined,
		silence: () => undefined,
	};
	const transport = new Transport(clock, voice, timeline, 1);
	transport.play();
	while (transport.tick()) clock.currentTime += 0.04;
	return given.sort((a, b) => a.when - b.when || a.pitch - b.pitch).map(({ pitch }) => pitch);
}

describe.each([...sampleSettings(), ...TRAPS])('$name', (setting) => {
	// An ornament is played as several notes.
	const plain = { ...setting, abc: withoutOrnaments(tidyAbc(setting.abc).body) };

	it('schedules every note, repeats as written', () => {
		const written = playedNotes(plain.abc, setting.mode).map(({ pitch }) => pitch);
		expect(written.length).toBeGreaterThan(0);
		expect(scheduled(plain)).toEqual(written);
	});
});

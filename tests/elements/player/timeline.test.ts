import { describe, expect, it } from 'vitest';
import { spanOfBars } from '../../../src/elements/player/timeline.ts';
import { played } from './setting.ts';

const reel = (abc: string) => played({ meter: '4/4', mode: 'Gmajor', abc }).timeline;

describe('timelineOf', () => {
	it('plays repeats and endings, bar by bar', () => {
		const { bars, length } = reel('|:G4 A4|1 B8:|2 c8||d8|]');
		expect(bars.map(({ index }) => index)).toEqual([0, 1, 0, 2, 3]);
		expect(bars.map(({ start }) => start)).toEqual([0, 1, 2, 3, 4]);
		expect(length).toBe(5);
	});

	it('knows a bar that begins with a rest or a tied note by where it would begin', () => {
		const { bars } = reel('G8-|G4 A4|z4 B4|c8|]');
		expect(bars.map(({ start }) => start)).toEqual([0, 1, 2, 3]);
	});

	it('has bars in which no note begins', () => {
		const { bars } = reel('G8-|G8-|G4 A4|z8|B8-|B8|]');
		expect(bars.map(({ index, start }) => [index, start])).toEqual([
			[0, 0],
			[1, 1],
			[2, 2],
			[3, 3],
			[4, 4],
			[5, 5],
		]);
	});

	it('begins a bar with its grace note', () => {
		expect(reel('G8|{B}A8|]').bars.map(({ start }) => start)).toEqual([0, 1]);
	});

	it('has times that can be played, whatever abcjs makes of nonsense', () => {
		for (const abc of ['|:GABc|(5:4:3A|Bc d2|dedB:|', 'A0|B8|', 'A99999999999|B8|']) {
			const { notes, length } = reel(abc);
			expect(length).toBeLessThan(2000);
			expect(notes.every((note) => note.start + note.length <= length)).toBe(true);
		}
	});

	it('gives grace notes next to nothing of the note they lean on', () => {
		const { notes } = reel('{A}G4 {AB}G4|');
		const [grace, main] = notes;
		expect(grace).toMatchObject({ pitch: 69, start: 0, startChar: null, part: 'melody' });
		expect(grace?.length).toBeLessThan(0.03);
		expect((main?.start ?? 0) + (main?.length ?? 0)).toBeCloseTo(0.5, 4);
		expect(notes).toHaveLength(5);
	});

	it('keeps chords apart from the melody', () => {
		const { notes } = reel('"G"G4 "D"A4|');
		expect(notes.some(({ part }) => part === 'chords')).toBe(true);
		const melody = notes.filter(({ part }) => part === 'melody');
		expect(melody.map(({ pitch }) => pitch)).toEqual([67, 69]);
	});

	it('counts beats from the bar line, those of a pick-up from its end', () => {
		const { beats } = reel('GA|B8|c8|]');
		expect(beats.slice(0, 3)).toEqual([
			{ start: 0, strong: true },
			{ start: 0.25, strong: true },
			{ start: 0.5, strong: false },
		]);
	});
});

describe('spanOfBars', () => {
	it('is where the bars are first played', () => {
		const timeline = reel('|:G8|A8:|B8|]');
		expect(spanOfBars(timeline, 0, 1)).toEqual({ from: 0, to: 2 });
		expect(spanOfBars(timeline, 2, 2)).toEqual({ from: 4, to: 5 });
	});

	it('is nothing for bars that are not played in that order', () => {
		expect(spanOfBars(reel('G8|A8|]'), 1, 7)).toBeNull();
	});
});

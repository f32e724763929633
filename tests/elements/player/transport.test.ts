import { describe, expect, it } from 'vitest';
import type { TimedNote, Timeline } from '../../../src/elements/player/timeline.ts';
import { Transport, type Voice } from '../../../src/elements/player/transport.ts';

/** Eight crotchets in two bars; one whole note a second makes them quarters of a second. */
function eightNotes(): Timeline {
	const notes = Array.from({ length: 8 }, (_, n): TimedNote => {
		return {
			start: n / 4,
			length: 1 / 4,
			pitch: 60 + n,
			loudness: 1,
			part: 'melody',
			startChar: n,
		};
	});
	return {
		notes,
		bars: [
			{ start: 0, length: 1, index: 0 },
			{ start: 1, length: 1, index: 1 },
		],
		beats: notes.map(({ start }) => ({ start, strong: start % 1 === 0 })),
		beat: 1 / 4,
		length: 2,
	};
}

/** A transport with a clock that is turned by hand, and what it has handed to its voice. */
function setUp() {
	const clock = { currentTime: 10 };
	const heard: [pitch: number, when: number, seconds: number][] = [];
	const clicks: number[] = [];
	const round = (value: number): number => Math.round(value * 1000) / 1000;
	const voice: Voice = {
		note: ({ pitch }, when, seconds) => heard.push([pitch, round(when), round(seconds)]),
		click: (when) => clicks.push(round(when)),
		silence: () => undefined,
	};
	const transport = new Transport(clock, voice, eightNotes(), 1);
	/** Turns the clock in steps of 40 ms; true while it plays. */
	const pass = (seconds: number): boolean => {
		let goesOn = true;
		for (let n = 0; n < Math.round(seconds / 0.04); n++) {
			clock.currentTime += 0.04;
			goesOn = transport.tick();
		}
		return goesOn;
	};
	return { transport, clock, heard, clicks, pass };
}

const pitches = (heard: readonly [number, number, number][]) => heard.map(([pitch]) => pitch - 60);

describe('Transport', () => {
	it('plays the whole as often as it is told, without a gap', () => {
		const { transport, heard, pass } = setUp();
		transport.times = 2;
		for (let n = 0; n < 2; n++) {
			heard.length = 0;
			transport.play();
			expect(pass(3.9)).toBe(true);
			expect(pass(0.4)).toBe(false);
			expect(pitches(heard)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7]);
			const times = heard.map(([, when]) => when);
			expect(times.slice(1).every((when, at) => when - (times[at] ?? 0) < 0.26)).toBe(true);
		}
	});

	it('hands over every note once, at its time', () => {
		const { transport, heard, pass } = setUp();
		transport.play();
		expect(pass(2.2)).toBe(false);
		expect(pitches(heard)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(heard[0]).toEqual([60, 10.05, 0.25]);
		expect(heard[7]).toEqual([67, 11.8, 0.25]);
		expect(transport.position).toBe(0);
	});

	it('hands notes over only a little ahead, but farther where the page is hidden', () => {
		const { transport, heard } = setUp();
		transport.play();
		expect(pitches(heard)).toEqual([0]);
		transport.tick(true);
		expect(pitches(heard)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});

	it('plays a loop round and round without a gap', () => {
		const { transport, heard, pass } = setUp();
		transport.loop = { from: 1, to: 2 };
		transport.play();
		pass(2.5);
		expect(pitches(heard).slice(0, 9)).toEqual([4, 5, 6, 7, 4, 5, 6, 7, 4]);
		const times = heard.map(([, when]) => when);
		for (let n = 1; n < times.length; n++) {
			expect((times[n] ?? 0) - (times[n - 1] ?? 0)).toBeCloseTo(0.25, 2);
		}
	});

	it('is where the sound is while a loop begins anew', () => {
		const { transport, clock } = setUp();
		transport.loop = { from: 0, to: 1 };
		transport.play();
		for (const at of [10.5, 10.95]) {
			clock.currentTime = at;
			transport.tick();
		}
		expect(transport.position).toBeCloseTo(0.9, 2);
		clock.currentTime = 11.15;
		transport.tick();
		expect(transport.position).toBeCloseTo(0.1, 2);
	});

	it('changes its tempo from where it is, losing and doubling nothing', () => {
		const { transport, heard, pass } = setUp();
		transport.play();
		pass(0.6);
		transport.setTempo(0.5);
		pass(3.2);
		expect(pitches(heard)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		expect(heard[7]?.[2]).toBe(0.5);
	});

	it('goes on after a pause where it was', () => {
		const { transport, heard, pass } = setUp();
		transport.play();
		pass(0.8);
		transport.pause();
		const position = transport.position;
		pass(3);
		expect(transport.position).toBe(position);
		heard.length = 0;
		transport.play();
		pass(2);
		expect(pitches(heard)).toEqual([3, 4, 5, 6, 7].filter((n) => n / 4 > position - 0.01));
	});

	it('comes to its end although a loop has no length', () => {
		const { transport, heard, pass } = setUp();
		for (const loop of [
			{ from: 1, to: 1 },
			{ from: 2, to: 1 },
			{ from: NaN, to: NaN },
		]) {
			transport.loop = loop;
			transport.play();
			expect(pass(2.4)).toBe(false);
		}
		expect(heard).toHaveLength(24);
	});

	it('counts in, then begins', () => {
		const { transport, heard, clicks } = setUp();
		transport.play(4);
		expect(clicks).toEqual([10.05, 10.3, 10.55, 10.8]);
		expect(transport.position).toBe(0);
		expect(heard).toEqual([]);
	});

	it('beats time when asked', () => {
		const { transport, clicks, pass } = setUp();
		transport.metronome = true;
		transport.play();
		pass(2.2);
		expect(clicks).toHaveLength(8);
	});
});

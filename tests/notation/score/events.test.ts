import { describe, expect, it } from 'vitest';
import type { ScoreEvent } from '../../../src/notation/score/model.ts';
import { eventsOf, written } from './written.ts';

const read = (body: string): ScoreEvent[] => eventsOf(written(body));
const each = <Key extends keyof ScoreEvent>(body: string, key: Key) =>
	read(body).map((event) => event[key]);

describe('events', () => {
	it('are notes, chords and rests', () => {
		expect(each('D[DA]zx Z|', 'kind')).toEqual(['note', 'chord', 'rest', 'rest', 'rest']);
		expect(each('Dy|', 'kind')).toEqual(['note']);
	});

	it('have the length written, and the one played in a tuplet', () => {
		expect(each('D2 E F/ A3 B>c [DA]4 z/|', 'length')).toEqual([
			0.25, 0.125, 0.0625, 0.375, 0.1875, 0.0625, 0.5, 0.0625,
		]);
		expect(each('(3DEF G|', 'length')).toEqual([0.125, 0.125, 0.125, 0.125]);
		const durations = read('(3DEF (2GA B|').map(({ duration }) => Number(duration.toFixed(4)));
		expect(durations).toEqual([0.0833, 0.0833, 0.0833, 0.1875, 0.1875, 0.125]);
	});

	it('know their place in a tuplet', () => {
		const places = (body: string) =>
			read(body).map(({ tuplet }) => tuplet && Object.values(tuplet));
		const triplet = [
			[3, 1],
			[3, 2],
			[3, 3],
		];
		expect(places('D(3EFG(3ABc d|')).toEqual([null, ...triplet, ...triplet, null]);
		expect(places('(3:2:2D2E F|')).toEqual([[3, 1], [3, 2], null]);
		expect(places('(3DE\nFG|')).toEqual([[3, 1], [3, 2], null, null]);
	});

	it.each([
		['D-D E', [false, true, false]],
		['D4-|D4', [false, true]],
		['D4-D2-D2', [false, true, true]],
		['[DA]4-[DA]4', [false, true]],
		['[DA]4-A4', [false, true]],
		['A4-[DA]4', [false, false]],
		['D-E', [false, false]],
		['D-zD', [false, false, false]],
		['D-\nD', [false, true]],
		['|:A4-|1 A4:|2 A4|]', [false, true, true]],
		['|:A4|1 A4-:|2 A4|]', [false, false, false]],
	])('%j is tied: %j', (body, expected) => {
		expect(each(body, 'tiedFrom')).toEqual(expected);
	});

	it('have ornaments, grace notes, chord symbols and text', () => {
		expect(each('~D .!trill!E vF u!fermata!G|', 'ornaments')).toEqual([
			['roll'],
			['staccato', 'trill'],
			['downbow'],
			['upbow', 'fermata'],
		]);
		const grace = each('{c}D{ef}E|', 'grace').map((pitches) => pitches.map(({ midi }) => midi));
		expect(grace).toEqual([[73], [76, 78]]);
		expect(each('"Am"D"^slow"E"F#m""_hush"F"D7"z|', 'chordName')).toEqual([
			'Am',
			null,
			'F♯m',
			'D7',
		]);
		expect(each('"Am"D"^slow"E"F#m""_hush"F|', 'text')).toEqual([null, 'slow', 'hush']);
	});
});

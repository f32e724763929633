import { expect, test } from 'vitest';
import { answerAround, answerIn, unknownWords } from '../../src/elements/nearby/answer.ts';
import type { PlaceFiles } from '../../src/elements/nearby/place-files.ts';
import type { Wanted } from '../../src/search/places/around.ts';
import type { Place } from '../../src/search/places/place.ts';
import { session } from '../search/places/places.ts';

const ANY: Wanted = { kind: 'both', days: 0, unknownDays: false, day: null, today: 0 };
const ENNIS = { spot: { latitude: 52.84, longitude: -8.98 }, name: 'Ennis' };
const PLACES = [1, 2, 3, 4].map((id) => session({ id, latitude: 52.84 + id }));

test('what is within reach is said at once, and that more is coming', () => {
	const places = [session()];
	expect(answerAround(filesOf(places, 'none'), ANY, ENNIS, 25)).toMatchObject({
		status: '1 session within 25 km of Ennis. Loading more …',
		needsAll: false,
	});
	expect(answerAround(filesOf(places, 'all'), ANY, ENNIS, 25).status).toBe(
		'1 session within 25 km of Ennis.',
	);
});

test('nothing within reach needs everything, and then names the nearest three', () => {
	expect(answerAround(filesOf(PLACES, 'none'), ANY, ENNIS, 25)).toMatchObject({
		found: [],
		status: 'Looking …',
		needsAll: false,
	});
	expect(answerAround(filesOf(PLACES, 'reach'), ANY, ENNIS, 25).needsAll).toBe(true);
	const answer = answerAround(filesOf(PLACES, 'all'), ANY, ENNIS, 25);
	expect(answer.found.map(({ place }) => place.id)).toEqual([1, 2, 3]);
	expect(answer).toMatchObject({
		status: 'No sessions or events within 25 km of Ennis. The nearest:',
		needsAll: false,
	});
});

test('what could not be loaded is named', () => {
	const files = filesOf([session()], 'all', ['Wales']);
	const missing = 'Not loaded: Wales. Check the connection and try again.';
	expect(answerIn(files, ANY, { ...ENNIS, name: 'Ireland' }).status).toBe(
		`1 session in Ireland, from its middle outwards. ${missing}`,
	);
	expect(unknownWords(files, 'Zzyzx')).toContain(missing);
	expect(unknownWords(files, '')).toBe('');
	expect(unknownWords(filesOf([], 'none'), 'Zzyzx')).toBe('Looking for “Zzyzx” …');
});

/** Files of which nothing, what is within reach or all has been loaded. */
function filesOf(
	places: Place[],
	loaded: 'none' | 'reach' | 'all',
	missing: string[] = [],
): PlaceFiles {
	return {
		places,
		isComplete: (box: unknown) => loaded === 'all' || (loaded === 'reach' && box !== null),
		missing: () => missing,
	} as unknown as PlaceFiles;
}

import { expect, test } from 'vitest';
import {
	findSpots,
	isCalled,
	isIn,
	namedSpots,
	parseSpot,
} from '../../../src/search/places/gazetteer.ts';
import { session } from './places.ts';

const SPOTS = namedSpots([
	session({ latitude: 52.8 }),
	session({ latitude: 52.9 }),
	session({ town: 'An Spidéal', area: 'Galway' }),
	session({ town: 'Dublin', area: 'Dublin' }),
	session({ town: null, area: 'Dublin' }),
	session({ town: 'Portland', area: 'Oregon', country: 'USA' }),
	session({ town: 'Portland', area: 'Oregon', country: 'USA' }),
	session({ town: 'Portland', area: 'Maine', country: 'USA' }),
	session({ town: null, area: null, country: null }),
]);
const labels = (text: string): string[] => findSpots(SPOTS, text, 8).map(({ label }) => label);

test('towns, areas and countries are known, each once', () => {
	expect(SPOTS.map(({ label, count, isWide }) => [label, count, isWide])).toEqual([
		['Ennis, Clare, Ireland', 2, false],
		['Clare, Ireland', 2, true],
		['Ireland', 5, true],
		['An Spidéal, Galway, Ireland', 1, false],
		['Galway, Ireland', 1, true],
		// The town, not the area of that name.
		['Dublin, Ireland', 1, false],
		['Portland, Oregon, USA', 2, false],
		['Oregon, USA', 2, true],
		['USA', 3, true],
		['Portland, Maine, USA', 1, false],
		['Maine, USA', 1, true],
	]);
	expect(SPOTS[0]?.latitude).toBeCloseTo(52.85);
});

test('a town called like its area lies where its own things are', () => {
	const spots = namedSpots([
		session({ town: 'Clifden', area: 'Galway', latitude: 53.49, longitude: -10.02 }),
		session({ town: 'Galway', area: 'Galway', latitude: 53.27, longitude: -9.05 }),
		session({ town: 'Clifden', area: 'Galway', latitude: 53.49, longitude: -10.02 }),
	]);
	const [galway] = findSpots(spots, 'galway', 1);
	expect(galway).toMatchObject({ label: 'Galway, Ireland', count: 1, isWide: false });
	expect(galway?.latitude).toBeCloseTo(53.27);
	expect(galway?.longitude).toBeCloseTo(-9.05);
});

test.each([
	['ennis', ['Ennis, Clare, Ireland']],
	['Ennis Ireland', ['Ennis, Clare, Ireland']],
	['an spideal', ['An Spidéal, Galway, Ireland']],
	['spid', ['An Spidéal, Galway, Ireland']],
	[
		'ireland',
		[
			'Ireland',
			'Dublin, Ireland',
			'Clare, Ireland',
			'Ennis, Clare, Ireland',
			'An Spidéal, Galway, Ireland',
			'Galway, Ireland',
		],
	],
	['portland', ['Portland, Oregon, USA', 'Portland, Maine, USA']],
	['portland, maine', ['Portland, Maine, USA']],
	['nowhere', []],
	[' , ', []],
])('“%s” may mean %j', (text, expected) => {
	const found = labels(text);
	expect(found[0]).toBe(expected[0]);
	expect([...found].sort()).toEqual([...expected].sort());
});

test('a place is called by its whole name or its own', () => {
	const [portland] = findSpots(SPOTS, 'portland', 1);
	if (!portland) throw new Error('There is no Portland.');
	expect(isCalled(portland, 'PORTLAND')).toBe(true);
	expect(isCalled(portland, 'portland oregon usa')).toBe(true);
	expect(isCalled(portland, 'port')).toBe(false);
});

test('a place is in its town, its area and its country', () => {
	for (const name of ['Ennis, Clare, Ireland', 'Clare, Ireland', 'Ireland'])
		expect(isIn(session(), name)).toBe(true);
	expect(isIn(session(), 'Ennis')).toBe(false);
});

test.each([
	['53.27, -9.05', { latitude: 53.27, longitude: -9.05 }],
	['53 -9', { latitude: 53, longitude: -9 }],
	['-33.9;+18.4', { latitude: -33.9, longitude: 18.4 }],
	['91, 0', undefined],
	['1, 181', undefined],
	['53.27', undefined],
	['12 Main Street', undefined],
])('%s as latitude and longitude', (text, spot) => {
	expect(parseSpot(text)).toEqual(spot);
});

import { expect, test } from 'vitest';
import { Clusters, townOf } from '../../../src/elements/map/clusters.ts';
import type { MapPlace } from '../../../src/elements/map/place.ts';

const WORLD = { south: -85, west: -180, north: 85, east: 180 };

function place(key: string, latitude: number, longitude: number): MapPlace {
	return { key, name: key, latitude, longitude, address: `/sessions/${key}`, kind: 'sessions' };
}

const PLACES = [
	place('far', -41, 174.8),
	place('near', 53.3, -6.2),
	place('beside', 53.31, -6.21),
	place('same', 53.3, -6.2),
];

test('places that would crowd each other are one spot, in the order they were given', () => {
	const [far, crowd, ...others] = new Clusters(PLACES).within(WORLD, 5);
	expect(others).toEqual([]);
	expect(far?.place?.key).toBe('far');
	expect(crowd).toMatchObject({ count: 3, rank: 1, place: undefined });
	expect(crowd?.places().map(({ key }) => key)).toEqual(['near', 'beside', 'same']);
});

test('a crowd falls apart where it says; places at one spot never do', () => {
	const clusters = new Clusters(PLACES);
	const crowd = clusters.within(WORLD, 5)[1];
	const zoom = crowd?.opensAt() ?? NaN;
	expect(zoom).toBeGreaterThan(5);
	const [, pair, beside] = clusters.within(WORLD, zoom);
	expect(pair?.places().map(({ key }) => key)).toEqual(['near', 'same']);
	expect(pair?.opensAt()).toBe(Infinity);
	expect(beside?.place?.key).toBe('beside');
});

test('the map goes round', () => {
	const around = { south: -60, west: 160, north: 0, east: 200 };
	const beyond = { south: -60, west: -200, north: 0, east: -160 };
	for (const bounds of [around, beyond])
		expect(new Clusters(PLACES).within(bounds, 8).map(({ id }) => id)).toEqual(['far']);
});

test.each([
	[['Ennis', 'Ennis', 'Doolin'], 'Ennis'],
	[['Ennis', 'Doolin'], null],
	[['Ennis', null, null], null],
])('a crowd in %j is named %s', (towns, expected) => {
	expect(townOf(towns.map((town, i) => ({ ...place(`${i}`, 53, -9), town })))).toBe(expected);
});

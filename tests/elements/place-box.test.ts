import { beforeAll, expect, test, vi } from 'vitest';
import { PlaceBox } from '../../src/elements/nearby/place-box.ts';
import { session } from '../search/places/places.ts';

beforeAll(() => void vi.stubGlobal('document', { activeElement: null }));

const PLACES = [
	session({ town: 'Portland', area: 'Oregon', country: 'USA' }),
	session({ town: 'Portland', area: 'Oregon', country: 'USA' }),
	session({ town: 'Portland', area: 'Maine', country: 'USA' }),
];

test('the likeliest is meant, and the others of that name are told', () => {
	expect(find('portland')).toMatchObject({
		name: 'Portland, Oregon, USA',
		others: ['Portland, Maine, USA'],
		isWide: false,
	});
	expect(find('maine')).toMatchObject({ name: 'Maine, USA', isWide: true });
	expect(find('nowhere')).toBeUndefined();
	expect(find('')).toBeUndefined();
});

test('only a whole name is sure: a file that is still to come may know a better place', () => {
	expect(find('portland')?.isSure).toBe(false);
	expect(find('Portland, Maine, USA')?.isSure).toBe(true);
	expect(find('52.84, -8.98')).toMatchObject({ name: '52.84, -8.98', isSure: true });
});

function find(text: string): ReturnType<PlaceBox['find']> {
	const box = new PlaceBox(
		new EventTarget() as HTMLInputElement,
		new EventTarget() as HTMLDataListElement,
	);
	box.know(PLACES);
	return box.find(text);
}

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { ResultList } from '../../src/elements/nearby/result-list.ts';
import { session } from '../search/places/places.ts';

const ENNIS = { latitude: 52.84, longitude: -8.98 };
const found = (...ids: number[]) => ids.map((id) => ({ place: session({ id }), km: id }));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

function made(): { list: ResultList; ol: HTMLOListElement; more: HTMLButtonElement } {
	const ol = document.createElement('ol');
	const more = document.createElement('button');
	document.body.replaceChildren(ol, more);
	return { list: new ResultList(ol, more, '/'), ol, more };
}

test('what the list begins with stays, with the focus in it', () => {
	const { list, ol } = made();
	list.show(found(1, 2, 4), ENNIS);
	const second = ol.children[1]?.querySelector('a');
	second?.focus();
	list.show(found(1, 2, 3, 4), ENNIS);
	expect([...ol.children].map((item) => (item as HTMLElement).dataset['key'])).toEqual([
		'sessions/1',
		'sessions/2',
		'sessions/3',
		'sessions/4',
	]);
	expect(document.activeElement).toBe(second);
});

test('as many stay shown while the spot is the same', () => {
	const { list, ol, more } = made();
	list.show(found(...upTo(120)), ENNIS);
	expect(ol.children).toHaveLength(50);
	more.click();
	list.show(found(0, ...upTo(120)), ENNIS);
	expect(ol.children).toHaveLength(100);
	list.show(found(...upTo(120)), { ...ENNIS, latitude: 53 });
	expect(ol.children).toHaveLength(50);
});

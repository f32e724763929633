import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { thingItem } from '../../src/api/things.ts';
import { toXml } from '../../src/api/xml.ts';
import { madeStore } from '../store/made-store.ts';

const store = madeStore({
	session: [{ id: 1, name: 'A & B <pub>', latitude: 53, longitude: -8.5 }],
	comment: [
		{
			kind: 'sessions',
			thing_id: 1,
			id: 7,
			position: 1,
			html: '<p>See <a href="/tunes/2#setting3">this</a> ]]> \u0001</p>',
		},
	],
});

test('a whole number of degrees is a float all the same', () => {
	expect(JSON.stringify(thingItem(store, { kind: 'sessions', id: 1 }))).toContain(
		'"latitude":53.0,"longitude":-8.5',
	);
});

test('links in comments lead to thesession.org', () => {
	expect(JSON.stringify(thingItem(store, { kind: 'sessions', id: 1 }))).toContain(
		'https://thesession.org/tunes/2#setting3',
	);
});

test('as XML it is well formed, whatever it says', () => {
	const xml = toXml(thingItem(store, { kind: 'sessions', id: 1 }) ?? {});
	// It refuses what is not well formed.
	const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
	const text = (path: string): string | null | undefined =>
		document.querySelector(`document > ${path}`)?.textContent;
	expect(text('venue > name')).toBe('A & B <pub>');
	expect(text('latitude')).toBe('53.0');
	expect(text('comments > comment > content')).toBe(
		'<p>See <a href="https://thesession.org/tunes/2#setting3">this</a> ]]> </p>',
	);
});

test('what XML cannot say is left out of it, and nothing else', () => {
	expect(toXml({ name: 'a\uD800b \u{1D11E}\u0000\uFFFE', count: 0, none: null, tags: ['<'] })).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n<document><name>ab \u{1D11E}</name><count>0</count>' +
			'<none></none><tags><tag>&lt;</tag></tags></document>\n',
	);
});

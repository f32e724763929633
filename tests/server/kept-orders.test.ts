import { expect, test } from 'vitest';
import { KeptOrders } from '../../src/server/search/kept-orders.ts';

test('what was asked for last stays, within its room', () => {
	const orders = new KeptOrders(250);
	let found = 0;
	const ask = (key: string): Int32Array =>
		orders.get(key, () => {
			found++;
			return new Int32Array(10);
		});
	for (const key of ['a', 'b', 'a', 'b']) ask(key);
	expect(found).toBe(2);
	ask('a');
	ask('c');
	ask('a');
	expect(found).toBe(3);
	ask('b');
	expect(found).toBe(4);
	expect(orders.get('huge', () => new Int32Array(100))).toHaveLength(100);
});

test('what found nothing takes room too', () => {
	const orders = new KeptOrders(1000);
	let found = 0;
	const ask = (key: string): Int32Array =>
		orders.get(key, () => {
			found++;
			return new Int32Array(0);
		});
	for (let n = 0; n < 100; n++) ask(`nothing ${n}`);
	ask('nothing 0');
	expect(found).toBe(101);
});

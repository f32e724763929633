import { expect, test } from 'vitest';
import { storeFacts, type StoreFacts, type TableFacts } from '../../../src/store/facts.ts';
import { aboutView } from '../../../src/site/views/about.ts';
import { madeStore } from '../../store/made-store.ts';

const table = (facts: Partial<TableFacts>): TableFacts => ({
	state: 'current',
	commit: 'b'.repeat(40),
	read: 4,
	stored: 4,
	refused: 0,
	...facts,
});

function lateOf(facts: Pick<StoreFacts, 'tables' | 'archive'>) {
	const made = madeStore();
	const value = JSON.stringify({ ...storeFacts(made), ...facts });
	made.close();
	const store = madeStore({ meta: [{ key: 'facts', value }] });
	const { late } = aboutView(store);
	store.close();
	return late;
}

test('what is not upstream’s newest is told, and as of when it is shown', () => {
	const whole = { commit: 'c'.repeat(40), date: '2026-11-07T06:00:00Z' };
	expect(
		lateOf({
			tables: {
				tunes: table({}),
				sets: table({ state: 'last-good', reason: 'the file is not there', whole }),
				aliases: table({ state: 'last-good', reason: 'it holds no rows' }),
				events: table({ state: 'missing', reason: 'it holds no rows', commit: '' }),
			},
			archive: { tunes: table({ state: 'last-good', reason: 'half of it is gone', whole }) },
		}),
	).toEqual([
		{
			name: 'Table sets',
			reason: 'the file is not there',
			shown: 'As it was on 7 November 2026, commit cccccccccc',
		},
		{
			name: 'Table aliases',
			reason: 'it holds no rows',
			shown: 'As it was at commit bbbbbbbbbb',
		},
		{ name: 'Table events', reason: 'it holds no rows', shown: 'Not shown at all' },
		{
			name: 'Pages of tunes',
			reason: 'half of it is gone',
			shown: 'As it was on 7 November 2026, commit cccccccccc',
		},
	]);
});

test('a whole mirror has nothing to announce', () => {
	expect(lateOf({ tables: { tunes: table({}) }, archive: {} })).toEqual([]);
});

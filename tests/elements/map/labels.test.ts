import { expect, test } from 'vitest';
import { labelsWithRoom, type Labelled } from '../../../src/elements/map/labels.ts';

const VIEW = { x: 400, y: 300 };

function mark(id: string, x: number, y: number, text: string | null = 'A name'): Labelled {
	return { id, x, y, radius: 11, count: 1, text };
}

test.each<[string, Labelled[], string[]]>([
	['apart', [mark('a', 100, 100), mark('b', 200, 100)], ['a', 'b']],
	['beside each other', [mark('a', 100, 100), mark('b', 130, 100)], ['a']],
	['for a crowd first', [mark('a', 100, 100), { ...mark('b', 130, 100), count: 2 }], ['b']],
	['not over a mark', [mark('a', 100, 100), mark('b', 100, 125)], ['b']],
	['not over the edge', [mark('a', 10, 100), mark('b', 200, 280)], []],
	['not without words', [mark('a', 100, 100, null)], []],
])('labels stand %s', (_, marks, expected) => {
	expect([...labelsWithRoom(marks, VIEW)]).toEqual(expected);
});

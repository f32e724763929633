import { expect, test } from 'vitest';
import { clipLine, clipRing, project } from '../../../src/elements/map/geometry.ts';
import type { Line } from '../../../src/elements/map/geometry.ts';

const BOX = { left: 0, top: 0, right: 10, bottom: 10 };

test.each([
	[0, 0, [128, 128]],
	[-180, 90, [0, 0]],
	[180, -90, [256, 256]],
	[-6.26, 53.35, [123.5, 82.98]],
])('%d, %d is projected as Web Mercator does', (longitude, latitude, [x, y]) => {
	const [across, down] = project(longitude, latitude, 256);
	expect(across).toBeCloseTo(x ?? NaN, 1);
	expect(down).toBeCloseTo(y ?? NaN, 1);
});

test.each<[string, Line, Line]>([
	[
		'inside',
		[
			[1, 1],
			[9, 1],
			[5, 9],
		],
		[
			[1, 1],
			[9, 1],
			[5, 9],
		],
	],
	[
		'outside',
		[
			[11, 11],
			[19, 11],
			[15, 19],
		],
		[],
	],
	[
		'around',
		[
			[-5, -5],
			[15, -5],
			[15, 15],
			[-5, 15],
		],
		[
			[0, 10],
			[0, 0],
			[10, 0],
			[10, 10],
		],
	],
	[
		'across an edge',
		[
			[5, 5],
			[15, 5],
			[15, 8],
			[5, 8],
		],
		[
			[5, 5],
			[10, 5],
			[10, 8],
			[5, 8],
		],
	],
])('a ring that lies %s is cut', (_, ring, expected) => {
	expect(clipRing(ring, BOX)).toEqual(expected);
});

test('a line is cut into the runs that come near', () => {
	const line: Line = [
		[-9, 5],
		[-5, 5],
		[5, 5],
		[15, 5],
		[25, 5],
		[25, 9],
		[5, 9],
	];
	expect(clipLine(line, BOX)).toEqual([
		[
			[-5, 5],
			[5, 5],
			[15, 5],
		],
		[
			[25, 9],
			[5, 9],
		],
	]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { makeLand } from '../../../scripts/tools/land/make-land.ts';
import { project, type Line } from '../../../src/elements/map/geometry.ts';
import { cellFile, WORLD_FILE } from '../../../src/offline/land-file.ts';
import { Land, type Outlines } from '../../../src/elements/map/land.ts';
import { tilePaths } from '../../../src/elements/map/tile-paths.ts';

const FOLDER = new URL('../../../public/land/', import.meta.url);
const committed = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const land = new Land('', (name) => Promise.resolve(JSON.parse(committed(name))));

let made: Map<string, string>;
beforeAll(() => {
	made = makeLand();
});

test('public/land is what npm run land makes', () => {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
	expect(files).toEqual([...made.keys()].sort());
	for (const file of files) expect(committed(file) === made.get(file), file).toBe(true);
});

test('all of it is 900 KB at most, the first view of Ireland 60 KB gzip', () => {
	const raw = [...made.values()].reduce((sum, { length }) => sum + length, 0);
	expect(raw).toBeLessThan(900_000);
	const first = [WORLD_FILE, cellFile('7-5'), cellFile('7-4')].map(
		(file) => gzipSync(committed(file)).length,
	);
	expect(first.reduce((sum, bytes) => sum + bytes)).toBeLessThan(60_000);
});

test.each<[string, number, number, boolean, boolean?]>([
	['the middle of Ireland', -7.9, 53.4, true],
	['Dublin Bay', -6.1, 53.33, false, true],
	['Inis Mór', -9.73, 53.13, true, true],
	['Galway Bay', -9.3, 53.17, false, true],
	['the Isle of Man', -4.5, 54.2, true],
	['the Minch', -6, 58, false],
	['the Great Plains', -100, 40, true],
	['Chukotka, beyond the date line', -175, 67, true],
	['Siberia', 100, 60, true],
	['the Laptev Sea', 130, 76, false],
	['the Antarctic', 0, -84, true],
	['New Zealand', 175.5, -39, true],
	['the Pacific', -140, 0, false],
])(
	'%s is where it is, if need be in the detail',
	async (_, longitude, latitude, isLand, detail = false) => {
		for (const zoom of [...(detail ? [] : [2]), 6, 9]) {
			const [x, y] = project(longitude, latitude, 2 ** zoom);
			const outlines = await land.around(zoom, Math.floor(x), Math.floor(y));
			expect(holds(outlines, longitude, latitude), `zoom ${zoom}`).toBe(isLand);
		}
	},
);

test('a tile is drawn in pixels, a little beyond its edges', async () => {
	const outlines = await land.around(6, 30, 20);
	const paths = tilePaths(outlines, 6, 30, 20);
	const numbers = `${paths.land} ${paths.borders}`.match(/-?[\d.]+/g)?.map(Number) ?? [];
	expect(numbers.length).toBeGreaterThan(500);
	expect(paths.land).toMatch(/^(M[^Mz]+z)+$/);
	const ringNumbers = paths.land.match(/-?[\d.]+/g)?.map(Number) ?? [];
	expect(Math.min(...ringNumbers)).toBeGreaterThanOrEqual(-3);
	expect(Math.max(...ringNumbers)).toBeLessThanOrEqual(259);
});

test('the coarse land stands in for a cell that cannot be had', async () => {
	const failing = new Land('', (name) =>
		name === WORLD_FILE
			? Promise.resolve(JSON.parse(committed(name)))
			: Promise.reject(new TypeError('no network')),
	);
	const outlines = await failing.around(6, 30, 20);
	expect(outlines).toEqual(await land.around(0, 0, 0));
});

/** By counting how many coasts are to the east. */
function holds({ size, land: rings }: Outlines, longitude: number, latitude: number): boolean {
	const [x, y] = project(longitude, latitude, size);
	const crossings = rings.map(({ line }) => crossingsEast(line, x, y));
	return crossings.reduce((sum, n) => sum + n, 0) % 2 === 1;
}

function crossingsEast(ring: Line, x: number, y: number): number {
	let count = 0;
	let from = ring.at(-1);
	for (const to of ring) {
		if (from && from[1] > y !== to[1] > y) {
			const at = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
			if (at > x) count++;
		}
		from = to;
	}
	return count;
}

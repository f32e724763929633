import path from 'node:path';
import { expect, test } from '@playwright/test';
import { drawnAbc } from '../../src/notation/abc.ts';
import { tidyAbc } from '../../src/notation/abc/tidy.ts';
import { drawSetting } from '../../src/notation/engraver/draw-setting.ts';
import {
	GLYPH_NAMES,
	LETTERS,
	STEMMED_HEADS,
	stemmedLetter,
} from '../../src/notation/engraver/glyphs.ts';
import { SCALE } from '../../src/notation/engraver/units.ts';
import { goldenSettings } from '../notation/engraver/settings.ts';

const ABCJS = path.resolve('node_modules/abcjs/dist/abcjs-basic-min.js');

/** As the engraver asks for it. */
const PARAMS = {
	staffwidth: 600,
	add_classes: true,
	paddingleft: 3,
	paddingright: 3,
	paddingtop: 3,
	paddingbottom: 3,
};

const heads = new Set([
	...GLYPH_NAMES.filter((name) => name.startsWith('noteheads.')).map((name) => LETTERS.get(name)),
	...STEMMED_HEADS.map((_, n) => stemmedLetter(n)),
]);

type Point = [x: number, y: number];

/** Where a drawing has its noteheads, in pixels of abcjs; grace notes too. */
function ourHeads(content: string): Point[] {
	return [...content.matchAll(/<text(?: class=q)? x="([\d -]+)" y="([\d -]+)">([^<]+)</g)]
		.flatMap(([, xs = '', ys = '', text = '']) => {
			const [x, y] = [xs.split(' ').map(Number), ys.split(' ').map(Number)];
			return Array.from(text, (letter, n) => ({ letter, at: [x[n] ?? 0, y[n] ?? 0] as Point }));
		})
		.filter(({ letter }) => heads.has(letter))
		.map(({ at: [x, y] }): Point => [x / SCALE, y / SCALE]);
}

/** How far each of `points` is from the nearest of `others`. */
function distances(points: Point[], others: Point[]): number[] {
	return points.map(([x, y]) =>
		Math.min(...others.map(([a, b]) => Math.max(Math.abs(a - x), Math.abs(b - y)))),
	);
}

test('every notehead is within two pixels of where abcjs draws it in a browser', async ({
	page,
}) => {
	await page.setContent('<!doctype html><div id="live"></div>');
	await page.addScriptTag({ path: ABCJS });
	for (const setting of goldenSettings()) {
		const abc = drawnAbc({ ...setting, body: tidyAbc(setting.abc).body });
		const live = await page.evaluate(draw, [abc, PARAMS] as const);
		const { drawing } = drawSetting(setting);
		const ours = ourHeads(drawing?.content ?? '');
		expect(ours.length, `${setting.name}: number of heads`).toBe(live.heads.length);
		const worst = Math.max(...distances(ours, live.heads), ...distances(live.heads, ours));
		expect(worst, `${setting.name}: farthest head`).toBeLessThanOrEqual(2);
		const height = (drawing?.height ?? 0) / SCALE;
		expect(Math.abs(height - live.height), `${setting.name}: height`).toBeLessThanOrEqual(2);
	}
});

/** Runs in the page: abcjs draws with the page's own measures of text. */
function draw([abc, params]: readonly [string, object]): { heads: Point[]; height: number } {
	const { ABCJS } = window as unknown as {
		ABCJS: { renderAbc: (id: string, abc: string, params: object) => void };
	};
	ABCJS.renderAbc('live', abc, params);
	const svg = document.querySelector<SVGSVGElement>('#live svg');
	const heads = [...(svg?.querySelectorAll('.abcjs-notehead') ?? [])].map((head): Point => {
		const { x, y, height } = (head as SVGPathElement).getBBox();
		return [x, y + height / 2];
	});
	return { heads, height: svg?.height.baseVal.value ?? 0 };
}

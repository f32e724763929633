import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lighter, lighterAbcjs } from '../../../src/pipeline/build/lighter-abcjs.ts';
import * as whole from '../../../src/notation/engraver/draw-setting.ts';
import { AIDS, type Aid } from '../../../src/elements/player/notation-aids.ts';
import * as wholeTune from '../../../src/elements/player/open-tune.ts';
import type { PageSetting } from '../../../src/elements/player/written-setting.ts';
import { goldenSettings, sampleSettings } from '../../notation/engraver/settings.ts';
import { TRAPS } from '../../notation/trap-table.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** What fields, directives and slips of the pen may bring. */
const ANYTHING = [
	...[
		'GABc ',
		'd2e2 ',
		'|',
		'|:',
		':|',
		'|1',
		'\n',
		'z4',
		'(3ABc',
		'{g}A',
		'"Am"',
		'"^$1up$$"',
		'[DA]2',
	],
	...[
		'K:HP\n',
		'[K:Hp]',
		'[V:2 clef=bass]',
		'V:1\n',
		'\nV:2\n',
		'\nw: la la\n',
		'\nW: sing $1\n',
		'\nP:A\n',
	],
	...[
		'[Q:1/4=120]',
		'\nQ:1/8=90\n',
		'[I:setbarnb 5]',
		'[I:text x',
		'\n%%text x\n',
		'\n%%sep 1 1 9\n',
		'%%',
	],
	...[
		'\n I:score 1 2\n',
		'\n%%score {1 2}\n',
		'\nT:Title\n',
		'\nA:|GA|\n',
		'[P:B]',
		'[r:x]',
		'\\\n',
		'[M:C|]',
	],
	...[
		'!crescendo(!',
		'!crescendo)!',
		'!~(!',
		'!~)!',
		'!f!',
		'!slide!',
		'[K:transpose=2]',
		'&',
		'[K:style=x]',
	],
	...[
		'\ns: !f! *\n',
		'\nU: W = !trill!\n',
		'W',
		'[L:1/16]',
		'[K:perc]',
		'[K:none]',
		'$',
		'y',
		'-',
		'(',
		')',
		'>',
	],
];

const settings = [...sampleSettings(), ...goldenSettings(), ...TRAPS];

describe('abcjs as the browser gets it', () => {
	let folder: string;
	let light: Pick<typeof whole, 'drawSetting'> & Pick<typeof wholeTune, 'openTune'>;

	beforeAll(async () => {
		folder = await mkdtemp(path.join(ROOT, 'node_modules/.lighter-'));
		await build({
			root: ROOT,
			configFile: false,
			logLevel: 'error',
			plugins: [lighterAbcjs()],
			build: {
				outDir: folder,
				lib: {
					entry: {
						draw: path.join(ROOT, 'src/notation/engraver/draw-setting.ts'),
						open: path.join(ROOT, 'src/elements/player/open-tune.ts'),
					},
					formats: ['es'],
				},
			},
		});
		const load = (name: string): Promise<object> =>
			import(pathToFileURL(path.join(folder, `${name}.js`)).href) as Promise<object>;
		light = { ...(await load('draw')), ...(await load('open')) } as typeof light;
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it('draws every setting as the whole of it does', () => {
		for (const setting of settings) {
			expect(light.drawSetting(setting)).toEqual(whole.drawSetting(setting));
		}
	});

	it('draws anything as the whole of it does', () => {
		const bodies = fc.array(fc.constantFrom(...ANYTHING), { maxLength: 30 });
		fc.assert(
			fc.property(bodies, (parts) => {
				const setting = { meter: '4/4', mode: 'Gmajor', abc: parts.join('') };
				expect(light.drawSetting(setting)).toEqual(whole.drawSetting(setting));
			}),
			{ numRuns: 500 },
		);
	});

	it.each(Object.keys(AIDS) as Aid[])(
		'reads, moves and plays as the whole of it does: %s',
		(aid) => {
			for (const { meter, mode: key, abc: body } of goldenSettings().slice(0, 30)) {
				const setting = { meter, key, body, type: 'reel' } as PageSetting;
				const reading = { semitones: 2, aid, barsPerLine: 3 };
				expect(opened(light, setting, reading)).toEqual(opened(wholeTune, setting, reading));
			}
		},
	);
});

/** What is drawn and played, or why not. */
function opened(
	{ openTune }: Pick<typeof wholeTune, 'openTune'>,
	...asked: Parameters<typeof wholeTune.openTune>
): unknown {
	try {
		const { drawing, timeline, abc } = openTune(...asked);
		return { drawing, timeline, abc };
	} catch (error) {
		return String(error);
	}
}

describe('lighter', () => {
	it('leaves out the outlines of glyphs and keeps their sizes', () => {
		const file = path.join(ROOT, 'node_modules/abcjs/src/write/creation/glyphs.js');
		const code = lighter('write/creation/glyphs.js', readFileSync(file, 'utf8'));
		expect(code).not.toContain("[['M'");
		expect(code.match(/d: \[\], w: [\d.-]+, h: /g)?.length).toBe(95);
	});

	it.each([
		['write/creation/glyphs.js', 'no outlines'],
		['write/draw/draw.js', "require('./other')"],
		['write/engraver-controller.js', ''],
		['parse/abc_parse_directive.js', 'var addDirective = 1;'],
	])('stops where %s is no longer what it was', (module, code) => {
		expect(() => lighter(module, code)).toThrow('adapt src/pipeline/build/lighter-abcjs.ts');
	});

	it('leaves other modules alone', () => {
		expect(lighter('write/draw/tie.js', 'var a;')).toBe('var a;');
	});
});

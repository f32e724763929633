import { describe, expect, it } from 'vitest';
import { drawSetting } from '../../../src/notation/engraver/draw-setting.ts';
import { TRAPS } from '../trap-table.ts';
import { sampleSettings } from './settings.ts';

const reel = (abc: string) => drawSetting({ meter: '4/4', mode: 'Gmajor', abc });

describe('drawSetting', () => {
	it('draws every setting of the sample', () => {
		const faults = sampleSettings().filter((setting) => drawSetting(setting).fault !== null);
		expect(faults.map(({ name }) => name)).toEqual([]);
	});

	it.each(TRAPS)('draws the trap “$name”', (trap) => {
		expect(drawSetting(trap).fault).toBeNull();
	});

	it('says what has no notes', () => {
		expect(reel('').fault).toBe('no notes');
		expect(reel('Nobody remembers how this one went.').fault).toBe('no notes');
	});

	it('leaves alone what is longer than any tune', () => {
		expect(reel('GABc|'.repeat(5000)).fault).toBe('too long');
		expect(reel('A&'.repeat(1000)).fault).toBe('too long');
	});

	it.each(['[[[[', '"', '|:|:|:', '(3(3(3', '{', '[K:', '!!!!', '\u0000', 'K:\nM:\nL:0', '\\'])(
		'survives %j',
		(abc) => {
			expect(reel(abc).drawing ?? reel(abc).fault).toBeTruthy();
		},
	);

	it('draws the same after something broken as before', () => {
		const before = reel('GABc dedB|');
		reel('"Am"~');
		reel('"^<b>');
		expect(reel('GABc dedB|')).toEqual(before);
	});

	it('escapes the words of an annotation', () => {
		const { drawing } = reel('"^<script>alert(1)</script>&amp;"G4|');
		expect(drawing?.content).not.toContain('<script');
		expect(drawing?.content).toContain('&lt;script>');
	});

	it('tells the notes it sounds and how many bars it has', () => {
		expect(reel('|:G2A2 B4|F8:|')).toMatchObject({ notes: [66, 67, 69, 71], bars: 2 });
	});
});

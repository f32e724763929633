import { expect, test } from 'vitest';
import { hasChordSymbols } from '../../../src/pipeline/index/chord-symbols.ts';

test.each([
	['"Am"A2BA "G"GABc', true],
	['"F#m7"f2', true],
	['"G/B"G2', true],
	['"Bbmaj7"B2', true],
	['"^Am"A2', false],
	['"_slow"A2', false],
	['"Fine"A2', false],
	['"Da capo"A2', false],
	['|:A2BA GABc:|', false],
])('%s has chords: %s', (abc, has) => {
	expect(hasChordSymbols(abc)).toBe(has);
});

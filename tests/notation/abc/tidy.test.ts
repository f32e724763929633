import { describe, expect, it } from 'vitest';
import { MENDS, tidyAbc } from '../../../src/notation/abc/tidy.ts';

describe('a tidy body', () => {
	it.each([
		'',
		'|:GBd gdB|cec BdB:|',
		'D|:G2B d>g{a}b|(3ABc d2 "Am"e2|1 [Gg]4:|2 !fermata!G4||',
		'|:A2B2|c4::d2e2|f4:|]\n[|:A2B2|c4:||',
		'|: A2 B2 |1,2 c4 :|3 d4 || % twice\n% a remark\nw: la la',
		'K:D\nM:6/8\nL:1/8\nQ:3/8=100\nP:A\n|:d3 [K:G]e3:|\nV:1\n|:a3:|',
		'A2B2|c2d2|\nA2B2|c4||\nd2e2|f4||',
	])('%j is left as it is', (raw) => {
		expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
	});
});

describe('several mends at once', () => {
	it('are done and told in the order of MENDS', () => {
		const raw =
			'Learned at the kitchen table\r\n"D D2FA dA-FA|1.Addc d4:|2.Addc d2cB||! K:amin |A2ce c4 : | : Addc d4:|';
		const { body, mends } = tidyAbc(raw);
		expect(body).toBe('|:D2FA dAFA|1Addc d4:|2Addc d2cB||\n[K:Amin] |:A2ce c4 :: Addc d4:|');
		expect(mends).toEqual(MENDS.filter((mend) => mends.includes(mend)));
		expect(mends).toHaveLength(9);
	});

	it('bring each other to light', () => {
		expect(tidyAbc('|:G2B2|c4|! A part! |:d2e2|f4|! :|')).toEqual({
			body: '|:G2B2|c4|\n|:d2e2|f4:|',
			mends: ['breaks', 'prose', 'line-bars'],
		});
	});
});

it('leaves the order of several voices alone', () => {
	const raw = 'V:1\nA2B2|c2d2|1 e4:|2 f4||\nV:2\nA,4|C4|1 E4:|2 F4||';
	expect(tidyAbc(raw)).toEqual({ body: raw, mends: [] });
});

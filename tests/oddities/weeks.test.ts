import { expect, test } from 'vitest';
import { mirrorWeeks } from './fuzz/weeks.ts';

test(
	'four weeks, each with one more oddity, are published and lose nothing',
	{ timeout: 600_000 },
	async () => {
		expect(await mirrorWeeks({ weeks: 4, seed: 12 })).toEqual({ published: 4, problems: [] });
	},
);

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isProse } from '../../../src/notation/abc/prose.ts';
import { tidyAbc } from '../../../src/notation/abc/tidy.ts';
import { heard } from '../heard.ts';

interface Row {
	setting_id: string;
	meter: string;
	mode: string;
	abc: string;
}

const rows = parse<Row>(readFileSync('sample/TheSession-data/csv/tunes.csv'), { columns: true });

describe('the bodies of the sample', () => {
	it('are tidy but for the few that were written to be not', () => {
		const counts: Record<string, number> = {};
		for (const { abc } of rows)
			for (const mend of tidyAbc(abc).mends) counts[mend] = (counts[mend] ?? 0) + 1;
		expect(rows).toHaveLength(137);
		expect(counts).toEqual({
			'line-ends': 1,
			breaks: 1,
			prose: 1,
			quotes: 1,
			keys: 1,
			'double-repeats': 1,
			'repeat-starts': 1,
			'long-lines': 9,
		});
	});

	it.each(rows.map((row) => [row.setting_id, row] as const))('%s loses nothing', (_, row) => {
		const raw = heard(withoutProse(row.abc), row);
		const tidy = heard(tidyAbc(row.abc).body, row);
		expect(tidy.pitches.length).toBeGreaterThanOrEqual(raw.pitches.length);
		expect(tidy.warnings.length).toBeLessThanOrEqual(raw.warnings.length);
	});
});

/** The letters of a remark sound as notes; they are none to be missed. */
function withoutProse(abc: string): string {
	return abc
		.split('\n')
		.filter((line) => !isProse(line))
		.join('\n');
}

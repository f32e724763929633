import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { abcKey } from '../../../src/core/music.ts';
import { parseAbc } from '../../../src/notation/score/parse-abc.ts';
import { barCount, noteheadCount, rangeOf } from '../../../src/notation/score/range.ts';
import { readScore } from '../../../src/notation/score/score.ts';
import { soundsOf } from '../../../src/notation/score/sounds.ts';
import { scoreInWords } from '../../../src/notation/score/words.ts';
import { eventsOf } from './written.ts';

interface Row {
	setting_id: string;
	meter: string;
	mode: string;
	abc: string;
}

const csv = readFileSync(
	new URL('../../../sample/TheSession-data/csv/tunes.csv', import.meta.url),
	'utf8',
);
const rows: Row[] = parse(csv, { columns: true, bom: true, relax_quotes: true });

const parsed = ({ meter, mode }: Row, body: string) =>
	parseAbc(`X:1\nT:Invented\nM:${meter}\nL:1/8\nK:${abcKey(mode)}\n${body}\n`).tune;

/** Without repeats, endings and what abcjs plays as more notes than are written. */
function plain(abc: string): string {
	return abc
		.replace(/:\|:?|\|:|::/g, '|')
		.replace(/(\|\s*|\[)[12](?!\d)/g, '$1 ')
		.replace(/![^!\n]*!|[MPRTt~](?!:)/g, '');
}

/** The notes that abcjs plays of a body that repeats nothing. */
function played(row: Row): number[] {
	const [melody = []] = soundsOf(parsed(row, plain(row.abc)), { chordsOff: true });
	return melody.flatMap(({ cmd, pitch, style }) =>
		cmd === 'note' && pitch !== undefined && style !== 'grace' ? [pitch] : [],
	);
}

describe('every setting of the sample', () => {
	it.each(rows.map((row) => [row.setting_id, row] as const))('%s', (_, row) => {
		const score = readScore(parsed(row, row.abc));
		const sounding = eventsOf(score).filter(({ tiedFrom }) => !tiedFrom);
		expect(sounding.flatMap(({ pitches }) => pitches.map(({ midi }) => midi))).toEqual(played(row));

		const words = scoreInWords(score);
		expect(words.flatMap(({ bars }) => bars)).toHaveLength(barCount(score));
		expect(words.flatMap(({ bars }) => bars.filter((bar) => bar.words === ''))).toEqual([]);
		if (rangeOf(score).notes.length > 0) expect(noteheadCount(score)).toBeGreaterThan(0);
	});

	it('is music, most of it', () => {
		const withNotes = rows.filter((row) => noteheadCount(readScore(parsed(row, row.abc))) > 20);
		expect(withNotes.length / rows.length).toBeGreaterThan(0.9);
	});
});

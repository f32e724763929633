import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { tidyAbc } from '../../src/notation/abc/tidy.ts';
import { playedNotes } from './expand-repeats.ts';
import { heard, withoutOrnaments } from './heard.ts';
import { readAbc } from './read-abc.ts';
import { TRAPS } from './trap-table.ts';

interface Setting {
	meter: string;
	mode: string;
	abc: string;
}

const sample = parse<Setting & { setting_id: string }>(
	readFileSync('sample/TheSession-data/csv/tunes.csv'),
	{ columns: true },
);

/** abcjs plays on in the key in which a repeat ended; a musician goes back to that of its start. */
const PLAYED_OTHERWISE = ['a key change within a repeat'];

const settings: [string, Setting][] = [
	...sample.map((row): [string, Setting] => [`setting ${row.setting_id}`, row]),
	...TRAPS.map((trap): [string, Setting] => [trap.name, trap]),
];

describe.each(settings)('%s, tidied', (name, setting) => {
	const { body } = tidyAbc(setting.abc);
	const played = playedNotes(body, setting.mode);

	it('is played by abcjs as a musician would play it', () => {
		const { pitches } = heard(withoutOrnaments(body), setting);
		const alike = pitches.join(' ') === played.map(({ pitch }) => pitch).join(' ');
		expect(alike).toBe(!PLAYED_OTHERWISE.includes(name));
	});

	it('gives abcjs nothing to complain about', () => {
		expect(heard(body, setting).warnings).toEqual([]);
	});

	it('has every written note played', () => {
		const untied = body.replace(/-(?!\d)/g, ' ');
		const written = readAbc(untied, setting.mode).flatMap((sign) =>
			sign.kind === 'notes' ? [sign.at] : [],
		);
		const sounding = new Set(playedNotes(untied, setting.mode).map(({ at }) => at));
		expect(written.filter((at) => !sounding.has(at))).toEqual([]);
	});
});

it('holds traps enough, each with a name of its own', () => {
	expect(new Set(TRAPS.map(({ name }) => name)).size).toBe(TRAPS.length);
	expect(TRAPS.length).toBeGreaterThanOrEqual(30);
});

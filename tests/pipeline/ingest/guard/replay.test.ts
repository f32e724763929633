import { describe, expect, test } from 'vitest';
import { daysBetween, judge, type Doubt } from '../../../../src/pipeline/ingest/guard/judge.ts';
import type { Version } from '../../../../src/pipeline/ingest/guard/losses.ts';
import { random } from './random.ts';

/*
 * Years of a table, week by week: it grows, is pruned as the sessions were in 2018 (from 2,165 to 1,771 in ten
 * weeks), loses waves of spam, and is published wrongly now and then, good again within three weeks.
 */

interface Week {
	date: string;
	/** Undefined where no table can be read at all. */
	ids: number[] | undefined;
	isFaulty: boolean;
}

const WEEKS = 579;

function history(seed: number): Week[] {
	const next = random(seed);
	const weeks: Week[] = [];
	let ids = Array.from({ length: 1900 }, (_, at) => at + 1);
	let newest = 1900;
	let lastFault = 0;
	let fault: { left: number; kind: number } | undefined;
	for (let n = 0; n < WEEKS; n++) {
		for (let added = Math.floor(next() * 4); added > 0; added--) ids.push(++newest);
		if (n >= 260 && n < 270) {
			const share = 0.049 * next();
			ids = ids.filter(() => next() >= share);
		}
		if (n % 97 === 50) {
			const at = Math.floor(next() * (ids.length - 20));
			ids = ids.filter((_, index) => index < at || index >= at + 20);
		}
		if (!fault && n - lastFault > 30 && next() < 0.1)
			fault = { left: 1 + Math.floor(next() * 3), kind: Math.floor(next() * 4) };
		const date = new Date(Date.UTC(2013, 0, 3, 6, Math.floor(next() * 50)) + n * 604_800_000);
		weeks.push({
			date: date.toISOString().replace('.000Z', 'Z'),
			ids: fault ? faulty(ids, fault.kind) : ids,
			isFaulty: fault !== undefined,
		});
		if (fault) lastFault = n;
		if (fault && --fault.left === 0) fault = undefined;
	}
	return weeks;
}

function faulty(ids: number[], kind: number): number[] | undefined {
	if (kind === 0) return undefined;
	if (kind === 1) return ids.slice(0, Math.floor(ids.length * 0.4));
	if (kind === 2) return ids.map((id) => id + 100_000);
	return [...ids.slice(0, 400), ...ids.slice(700)];
}

function version(ids: number[]): Version {
	return { rows: ids.length, things: new Map(ids.map((id) => [id, id])), filled: {} };
}

interface Run {
	week: Week;
	/** Of the version that stands after the run. */
	of: Week;
}

/** What a mirror holds that runs in the weeks chosen. */
function replay(weeks: readonly Week[]): Run[] {
	let held: { version: Version; of: Week } | undefined;
	let doubt: Doubt | undefined;
	const runs: Run[] = [];
	for (const week of weeks) {
		if (week.ids) {
			const candidate = version(week.ids);
			const verdict = judge({ held: held?.version, candidate, doubt, date: week.date });
			doubt = verdict.take ? undefined : verdict.doubt;
			if (verdict.take) held = { version: candidate, of: week };
		}
		if (held) runs.push({ week, of: held.of });
	}
	return runs;
}

/** Of the runs that took a fault, or did not take what is good. */
const wrongDates = (runs: Run[]): string[] =>
	runs
		.filter(({ week, of }) => (week.isFaulty ? of.isFaulty : of !== week))
		.map(({ week, of }) => `${week.date} ${week.isFaulty ? 'faulty' : `holds ${of.date}`}`);

const SEEDS = [1, 2, 3];

describe.each([1, 2, 3, 5, 10])('of every %d weeks one is run', (step) => {
	test.each(SEEDS)('every good week is taken at once, and no faulty one: seed %d', (seed) => {
		const all = history(seed);
		const runs = replay(all.filter((_, n) => n % step === 0));
		expect(runs.length).toBeGreaterThan(WEEKS / step - 5);
		expect(wrongDates(runs)).toEqual([]);
	});
});

test('the runs may pause and come as they like', () => {
	for (const seed of SEEDS) {
		const next = random(seed + 100);
		const runs = replay(history(seed).filter(() => next() < 0.15));
		expect(wrongDates(runs)).toEqual([]);
	}
});

test('what stays in doubt is taken by the next run of three weeks later, in any rhythm', () => {
	const whole = history(1)[0] as Week;
	const ids = whole.ids ?? [];
	for (const step of [1, 2, 3, 4, 10]) {
		const weeks = Array.from({ length: 41 }, (_, n): Week => {
			const date = new Date(Date.UTC(2013, 5, 6) + n * 604_800_000).toISOString();
			return { date, ids: ids.slice(0, 600 + n), isFaulty: false };
		});
		const runs = replay([whole, ...weeks.filter((_, n) => n % step === 0)]);
		const late = runs.slice(1).findIndex(({ week, of }) => week === of);
		const waited = daysBetween(weeks[0]?.date ?? '', runs[late + 1]?.week.date ?? '');
		expect(waited).toBeGreaterThanOrEqual(21);
		expect(waited).toBeLessThan(21 + 7 * step);
	}
});

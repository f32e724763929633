import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { count } from '../../../src/cli/output.ts';
import { KINDS, type Kind } from '../../../src/core/kinds.ts';
import { TABLES } from '../../../src/store/tables.ts';
import { RANGE } from '../batches.ts';
import { KINDS_OF_ODDITIES } from '../kinds/index.ts';
import type { Oddity } from '../oddity.ts';
import { problemsOfSite } from '../properties.ts';
import { Place } from '../run.ts';
import type { Site } from '../site.ts';
import { baseUpstream, COMMENT, type Upstream } from '../upstream.ts';

export interface WeeksOptions {
	weeks: number;
	seed: number;
	/** Told after each week, in one line. */
	onWeek?: (line: string) => void;
}

export interface WeeksResult {
	published: number;
	/** What did not hold, in one line each. */
	problems: string[];
}

/** Kinds that take everything away on purpose. */
const NO_WEEK = /^16:/;

/**
 * Mirrors one upstream week after week. Each week brings something new of every kind, takes something away
 * now and then as moderators do, and has one more random oddity: one of a thing stays, one of a whole table
 * or section is gone the week after. Every week must be published, its counts add up, and nothing may be
 * lost that upstream still has.
 */
export async function mirrorWeeks({ weeks, seed, onWeek }: WeeksOptions): Promise<WeeksResult> {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-weeks-'));
	const place = new Place(folder);
	const random = randomOf(seed);
	const oddities = KINDS_OF_ODDITIES.filter(({ title }) => !NO_WEEK.test(title)).flatMap(
		({ rows }) => rows,
	);
	const kept: { oddity: Oddity; id: number }[] = [];
	const result: WeeksResult = { published: 0, problems: [] };
	let before: Held | undefined;
	try {
		for (let week = 1; week <= weeks; week++) {
			const oddity = oddities[Math.floor(random() * oddities.length)];
			if (!oddity) throw new Error('There are no oddities.');
			const one = { oddity, id: (1000 + week) * RANGE };
			const upstream = grown(week);
			const passing = isOfWhole(oddity);
			for (const other of kept) other.oddity.change(upstream, other.id);
			if (passing) (oddity.next?.[0] ?? oddity.change)(upstream, one.id);
			else {
				oddity.change(upstream, one.id);
				kept.push(one);
			}
			place.publish(upstream);
			const site = await place.mirror(['--jobs', '2']);
			const problems = problemsOf(upstream, site, passing, before);
			if (site.code === 0) {
				result.published++;
				before = heldBy(site);
			}
			result.problems.push(
				...problems.map((problem) => `week ${week}, ${oddity.name}: ${problem}`),
			);
			onWeek?.(
				`week ${week}: ${oddity.name}: ${site.code === 0 ? summary(site) : 'not published'}`,
			);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return result;
}

/** `good, 1,204 things, 833 comments, 4 left out` */
function summary(site: Site): string {
	const { verdict, counts } = site.facts();
	const things = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
	return `${verdict}, ${count(things, 'thing')}, ${count(counts.comments, 'comment')}, ${site.told().length} left out`;
}

/** Whether an oddity is one of a whole table or section. */
function isOfWhole({ parts, next }: Oddity): boolean {
	return parts !== undefined || next !== undefined;
}

/** What a site held. */
interface Held {
	things: Record<Kind, Set<number>>;
}

function heldBy(site: Site): Held {
	return {
		things: Object.fromEntries(
			KINDS.map((kind) => [
				kind,
				new Set(site.rows<{ id: number }>(`SELECT id FROM ${TABLES[kind]}`).map(({ id }) => id)),
			]),
		) as Record<Kind, Set<number>>,
	};
}

function problemsOf(
	upstream: Upstream,
	site: Site,
	passing: boolean,
	before: Held | undefined,
): string[] {
	if (site.code !== 0)
		return [`not published: ${site.output.trim().split('\n').slice(-6).join(' / ')}`];
	// Of a table that is written in another way for a week not every text is to be had.
	if (passing) upstream.texts.length = 0;
	const problems = problemsOfSite(upstream, site).map(({ what }) => what);
	const now = heldBy(site);
	for (const kind of KINDS)
		for (const id of before?.things[kind] ?? [])
			if (!now.things[kind].has(id) && hasThing(upstream, kind, id))
				problems.push(`${kind}/${id} is lost`);
	return problems;
}

/** Whether upstream still has a thing: a page or a row with its number. */
function hasThing(upstream: Upstream, kind: Kind, id: number): boolean {
	if (upstream.archive.has(`${kind}/${id}/index.html`)) return true;
	if (kind === 'discussions') return false;
	const key = kind === 'tunes' ? 'tune_id' : 'id';
	return upstream.tables[kind].rows.some((row) => Number(row[key]) === id);
}

/** The base, grown by two things of each kind a week; every fifth week the oldest of these are gone. */
function grown(week: number): Upstream {
	const upstream = baseUpstream();
	const gone = 2 * Math.floor(week / 5);
	for (let n = gone; n < 40 + 2 * week; n++) {
		const id = 11 + n;
		const comments = [{ id: id + COMMENT, html: `<p>The tide of week ${id}.</p>` }];
		upstream
			.tune(id, {}, { comments })
			.alias(id, `Crossing ${id}`)
			.popular(id, 10 + id)
			.recording(id, {}, { comments })
			.session(id, {}, { comments })
			.event(id, {}, { comments })
			.discussion(id)
			.set(id);
	}
	return upstream;
}

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

import type { LeftOut } from './left-out.ts';
import { bytes, count, duration, number } from '../cli/output.ts';
import type { IngestResult } from './ingest/ingest.ts';
import type { Stage } from './arguments.ts';

export interface StageReport {
	stage: Stage;
	milliseconds: number;
	/** Peak resident memory of the largest process during the stage. */
	peakBytes: number;
	/** Peak resident memory of all processes together. */
	peakSumBytes: number;
	/** What the stage returned; absent when it failed. */
	result?: object;
	/** Class and message of the error that ended it. */
	error?: string;
	/** What to do about the error, if a person can do something. */
	next?: string;
}

/** What any stage's result may report beside its own properties. */
interface Told {
	/** What it left out, by reason. */
	leftOut?: readonly LeftOut[];
	/** What is or will be reduced to stay within the host's limits: one sentence each. */
	yields?: readonly string[];
	/** What the maintainer should do: one sentence each. */
	todo?: readonly string[];
}

/** How many reasons for leaving something out are named. */
const NAMED = 5;

/**
 * The end of a run in five lines: the verdict, what changed, what was left out by reason, what is or will
 * be reduced, and what to do. Counts and reasons only, never contents.
 *
 * @param report path of the file with the details
 */
export function summaryLines(stages: readonly StageReport[], report: string): string[] {
	return [
		`verdict: ${verdict(stages)}`,
		`changed: ${changes(ingestOf(stages))}`,
		`left out: ${leftOut(stages)}`,
		`yields: ${sentences(stages, 'yields') || 'nothing, the site fits its host'}`,
		`to do: ${sentences(stages, 'todo') || 'nothing'}; the report is ${report}`,
	];
}

/** Everything that any stage of a run left out. */
export function allLeftOut(stages: readonly StageReport[]): LeftOut[] {
	return [...(ingestOf(stages)?.refused ?? []), ...stages.flatMap((s) => told(s).leftOut ?? [])];
}

function verdict(stages: readonly StageReport[]): string {
	const facts = ingestOf(stages)?.facts;
	const total = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
	const peak = Math.max(0, ...stages.map(({ peakBytes }) => peakBytes));
	const sum = Math.max(0, ...stages.map(({ peakSumBytes }) => peakSumBytes));
	const time = `in ${duration(total)}, at most ${bytes(peak)} of memory in one process, ${bytes(sum)} in all`;
	const failed = stages.find(({ error }) => error !== undefined);
	if (failed) return `${failed.stage} failed ${time}`;
	if (facts?.verdict !== 'degraded') return `good ${time}`;
	const late = Object.entries({ ...facts.tables, ...prefixed('archive ', facts.archive) })
		.filter(([, { state }]) => state !== 'current')
		.map(
			([name, { state }]) => `${name} ${state === 'missing' ? 'missing' : 'of an earlier week'}`,
		);
	return `degraded (${late.join(', ')}) ${time}`;
}

function prefixed<T>(prefix: string, entries: Record<string, T>): Record<string, T> {
	return Object.fromEntries(Object.entries(entries).map(([key, value]) => [prefix + key, value]));
}

function changes(ingest: IngestResult | undefined): string {
	if (!ingest) return 'not looked at in this run';
	const lines = Object.entries(ingest.changes)
		.filter(([, { added, changed, removed }]) => added + changed + removed > 0)
		.map(
			([table, { added, changed, removed }]) =>
				`${table} +${number(added)} ~${number(changed)} −${number(removed)}`,
		);
	if (lines.length > 0) return lines.join(', ');
	const isFirst = Object.keys(ingest.changes).length === 0;
	return isFirst ? 'everything is new, there was no store to compare with' : 'nothing';
}

function leftOut(stages: readonly StageReport[]): string {
	const groups = allLeftOut(stages).toSorted((a, b) => b.count - a.count);
	const total = groups.reduce((sum, { count: n }) => sum + n, 0);
	if (total === 0) return 'nothing';
	const named = groups
		.slice(0, NAMED)
		.map(({ source, reason, count: n }) => `${number(n)} × ${source}: ${reason}`);
	const more = groups.length - named.length;
	return `${number(total)} in all, ${named.join('; ')}${more > 0 ? `; and ${count(more, 'more reason')}` : ''}`;
}

function sentences(stages: readonly StageReport[], key: 'yields' | 'todo'): string {
	return stages.flatMap((stage) => told(stage)[key] ?? []).join('; ');
}

function ingestOf(stages: readonly StageReport[]): IngestResult | undefined {
	return stages.find(({ stage }) => stage === 'ingest')?.result as IngestResult | undefined;
}

function told({ result }: StageReport): Told {
	return result ?? {};
}

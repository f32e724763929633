import { availableParallelism, cpus, totalmem } from 'node:os';
import { bytes, number } from '../../../src/cli/output.ts';
import type { MirrorRun } from './mirror-once.ts';
import type { TreeDifference } from './same-tree.ts';

export interface BenchResult {
	scale: number;
	seed: number;
	runs: MirrorRun[];
	/** Seconds for as many empty Astro pages as the cold run built. */
	empty: number;
	/** Seconds for a plain copy of the site. */
	copy: number;
	/** Compares the week's incremental site with the same week built cold; null: not compared. */
	identical: TreeDifference | null;
}

/** Budgets from DESIGN: seconds for a whole run, bytes for the site and for the largest process. */
const BUDGET = { cold: 8 * 60, week: 3 * 60, site: 900e6, memory: 4e9, astro: 2 };
/** Budget of one drawing: milliseconds on one core, mean bytes. */
const DRAWING = { milliseconds: 3, bytes: 4000 };

/** The page `docs/benchmarks.md`. */
export function benchmarkPage(result: BenchResult): string {
	const { runs, empty, copy, identical, scale, seed } = result;
	const build = runs[0]?.stages.find(({ stage }) => stage === 'build');
	const perPage = build ? (build.seconds / build.things) * 1000 : 0;
	const emptyPerPage = build ? (empty / build.things) * 1000 : 0;
	return `# Benchmarks

Written by \`npm run bench -- --scale ${scale} --seed ${seed}\`; do not edit. Synthetic upstream, local clones,
${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, ${bytes(totalmem())} of memory, Node ${process.version}.

## Against the budgets

| what | budget | measured | |
| --- | --- | --- | --- |
${[
	budgetRow('cold run', BUDGET.cold, runs[0]?.seconds, seconds),
	budgetRow('run after a week’s change', BUDGET.week, runs[2]?.seconds, seconds),
	budgetRow('memory of any one process', BUDGET.memory, peak(runs), bytes),
	budgetRow('site', BUDGET.site, runs[0]?.bytes, bytes),
	budgetRow('Astro stage, times an empty page', BUDGET.astro, perPage / emptyPerPage, (n) =>
		n.toFixed(2),
	),
	...drawingRows(runs[0]?.drawn),
].join('\n')}

An empty Astro page takes ${emptyPerPage.toFixed(2)} ms, ours ${perPage.toFixed(2)} ms (cold, the whole stage divided by its pages). A
plain copy of the site takes ${seconds(copy)}.
${identical ? sameness(identical) : ''}

## Stage by stage

| run | stage | seconds | things | a second | peak memory |
| --- | --- | ---: | ---: | ---: | ---: |
${runs.flatMap(runRows).join('\n')}

The finished site: ${runs.map((run) => `${run.name} ${bytes(run.bytes)} in ${number(run.files)} files`).join('; ')}.
`;
}

function drawingRows(drawn: MirrorRun['drawn']): string[] {
	if (!drawn) return [];
	const { settings, touched, milliseconds, meanBytes } = drawn;
	return [
		budgetRow(
			`staff of one setting, of ${number(settings)}: time of one core`,
			DRAWING.milliseconds,
			milliseconds / touched,
			(n) => `${n.toFixed(2)} ms`,
		),
		budgetRow('staff of one setting: mean size', DRAWING.bytes, meanBytes, bytes),
	];
}

function sameness({ files, different, onlyInOne }: TreeDifference): string {
	return `
The week’s incremental site and the same week built cold in another folder: ${number(files)} files,
${number(different.length)} differ, ${number(onlyInOne.length)} stand in one only.
`;
}

function runRows(run: MirrorRun): string[] {
	return [
		...run.stages.map(({ stage, seconds: time, things, noun, peakBytes }) =>
			row(
				run.name,
				stage,
				time.toFixed(1),
				`${number(things)} ${noun}`,
				number(Math.round(things / time)),
				bytes(peakBytes),
			),
		),
		row(run.name, '**whole**', `**${run.seconds.toFixed(1)}**`, '', '', ''),
	];
}

function budgetRow(
	what: string,
	budget: number,
	measured: number | undefined,
	show: (value: number) => string,
): string {
	if (measured === undefined) return row(what, show(budget), 'not measured', '');
	const verdict =
		measured <= budget ? 'met' : `over by ${Math.round((measured / budget - 1) * 100)} %`;
	return row(what, show(budget), show(measured), verdict);
}

function row(...cells: string[]): string {
	return `| ${cells.join(' | ')} |`;
}

function seconds(value: number): string {
	return `${value.toFixed(1)} s`;
}

function peak(runs: MirrorRun[]): number {
	return Math.max(...runs.flatMap(({ stages }) => stages.map(({ peakBytes }) => peakBytes)));
}

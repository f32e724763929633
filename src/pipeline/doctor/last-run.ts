import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { systemCode } from '../../core/errors.ts';
import { REPORT_FILE } from '../report.ts';
import type { StageReport } from '../summary.ts';
import { stagingFolder } from '../site-folder.ts';
import { allLeftOut } from '../summary.ts';
import { duration, number } from '../../cli/output.ts';
import { fault, good, warning, type Finding } from './finding.ts';

/** How the last run in this work folder ended, and what to do if it failed. */
export function lookAtLastRun(work: string, out: string): Finding[] {
	const stages = readStages(work);
	if (stages === undefined) return [good('last run', 'none in this work folder')];
	if (stages === 'damaged') {
		return [warning('last run', 'its report cannot be read.', 'The next run writes a new one.')];
	}
	const total = duration(stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
	const names = stages.map(({ stage }) => stage).join(', ');
	const failed = stages.find(({ error }) => error !== undefined);
	if (!failed) return [good('last run', `${names} in ${total}`), ...leftOut(stages)];
	const site = existsSync(stagingFolder(out))
		? ' The site it was making is beside the last good one, which stays.'
		: '';
	return [
		fault(
			'last run',
			`${failed.stage} failed after ${total}: ${firstLine(failed.error)}.${site}`,
			failed.next ??
				`This is a bug: report it with these lines, then try \`npm run mirror -- --from ${failed.stage}\`.`,
		),
		...leftOut(stages),
	];
}

function readStages(work: string): StageReport[] | 'damaged' | undefined {
	try {
		const text = readFileSync(path.join(work, REPORT_FILE), 'utf8');
		const { stages } = JSON.parse(text) as { stages?: unknown };
		return Array.isArray(stages) ? (stages as StageReport[]) : 'damaged';
	} catch (error) {
		return systemCode(error) === 'ENOENT' ? undefined : 'damaged';
	}
}

function leftOut(stages: readonly StageReport[]): Finding[] {
	const groups = allLeftOut(stages).toSorted((a, b) => b.count - a.count);
	return groups
		.slice(0, 5)
		.map(({ source, reason, count }) =>
			good('left out', `${number(count)} × ${source}: ${reason}`),
		);
}

/** The error's class and first sentence; later sentences may name things. */
function firstLine(error = ''): string {
	return (error.split('\n')[0] ?? '').replace(/\.$/, '');
}

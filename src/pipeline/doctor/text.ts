import { count } from '../../cli/output.ts';
import type { Finding } from './finding.ts';

const MARK = { good: 'ok  ', warning: 'warn', fault: 'FAIL' } as const;

/** `warn  disk       3.0 GB free …`, and what to do on the next line. */
export function findingText({ level, what, text, next }: Finding): string {
	const line = `${MARK[level]}  ${what.padEnd(9)} ${text}`;
	return next === undefined ? line : `${line}\n                → ${next}`;
}

/** The last line: whether a run can begin. */
export function verdictText(findings: readonly Finding[]): string {
	const of = (level: Finding['level']): number => findings.filter((f) => f.level === level).length;
	const [faults, warnings] = [of('fault'), of('warning')];
	if (faults > 0) return `${count(faults, 'fault')} to fix first, ${count(warnings, 'warning')}.`;
	return `A run can begin${warnings > 0 ? `, ${count(warnings, 'warning')}` : ''}.`;
}

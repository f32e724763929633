import { bytes, number } from '../../../src/cli/output.ts';
import type { Accuracy } from './accuracy.ts';
import type { Reach } from './keystrokes.ts';

/** Markdown: one line for each way of typing. */
export function accuracyTable(rows: readonly Accuracy[]): string {
	return table(
		['an alias typed', 'aliases', 'its tune in the first 5', 'wanted', 'at best', 'median', 'p95'],
		rows.map(({ way, typed, found, wanted, ceiling, median, p95 }) => [
			way,
			number(typed),
			percent(found),
			`${wanted} %`,
			percent(ceiling),
			milliseconds(median),
			milliseconds(p95),
		]),
	);
}

/** Markdown: what a reader waits for. */
export function reachTable(reach: Reach): string {
	const { median, p95, letters, firstBytes, firstMs, laterBytes } = reach;
	return table(
		['in Chromium', 'measured', 'at most'],
		[
			[`a letter answered, median of ${number(letters)}, 6× slower`, milliseconds(median), '16 ms'],
			['a letter answered, p95, 6× slower', milliseconds(p95), '50 ms'],
			['first answer, nothing kept: bytes', bytes(firstBytes), '60 KB'],
			['first answer on slow 4G, 4× slower', milliseconds(firstMs), ''],
			['all other names, fetched quietly', bytes(laterBytes), ''],
		],
	);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, n) => (n === 0 ? '---' : '--:'));
	return `${[head, rule, ...rows].map(line).join('\n')}\n`;
}

const percent = (share: number): string => `${share.toFixed(1)} %`;
const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

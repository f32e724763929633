import { bytes, number } from '../../../src/cli/output.ts';
import type { Load, MemoryAt } from './measure.ts';

/** In the form used in docs/server.md. */
export function loadTable(
	loads: readonly Load[],
	{ seconds, clients }: { seconds: number; clients: number },
): string {
	const rows = loads.map(
		({ name, perSecond, p50, p99, worst, bytesPerAnswer }) =>
			`| ${name} | ${number(Math.round(perSecond))} | ${p50} ms | ${p99} ms | ${Math.round(worst)} ms | ${bytes(Math.round(bytesPerAnswer))} |`,
	);
	return [
		`${clients} clients at once, ${seconds} seconds each:`,
		'',
		'| what is asked for | answers a second | median | 99 % within | slowest | bytes each |',
		'| --- | --: | --: | --: | --: | --: |',
		...rows,
		'',
	].join('\n');
}

export function memoryTable(seen: readonly MemoryAt[]): string {
	return [
		'| minutes under load | memory of its own | with the mapped store | answers until then |',
		'| --: | --: | --: | --: |',
		...seen.map(
			(at) => `| ${at.minutes} | ${bytes(at.own)} | ${bytes(at.all)} | ${number(at.answers)} |`,
		),
		'',
	].join('\n');
}

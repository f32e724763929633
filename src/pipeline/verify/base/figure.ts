import { bytes, count, number } from '../../../cli/output.ts';

/** A measurement of the site with a limit. */
export interface Figure {
	/** The same in every run: `median tune page (gzip)`. */
	name: string;
	/** Where it was measured. */
	file: string;
	value: number;
	limit: number;
	/** `bytes`, `bytes gzip` or the noun that is counted, in the singular. */
	unit: string;
}

/** The largest figure of each name, as `report.json` keeps them from run to run. */
export type Figures = Record<string, number>;

export function isOver({ value, limit }: Figure): boolean {
	return value > limit;
}

/** `51.2 KB gzip, more than 50.0 KB; 50.9 KB in the run before` */
export function figureText({ value, limit, unit }: Figure, before: number | undefined): string {
	const [kind, packed] = unit.split(' ');
	const text = (n: number): string => (kind === 'bytes' ? bytes(n) : number(n));
	const size =
		kind === 'bytes' ? `${bytes(value)}${packed ? ` ${packed}` : ''}` : count(value, unit);
	const trend = before === undefined ? '' : `; ${text(before)} in the run before`;
	return `${size}, more than ${text(limit)}${trend}`;
}

/** Keeps the largest of each name. */
export function largestOf(figures: Iterable<Figure>): Figures {
	const largest = new Map<string, number>();
	for (const { name, value } of figures) largest.set(name, Math.max(largest.get(name) ?? 0, value));
	return Object.fromEntries([...largest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

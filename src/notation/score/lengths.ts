import type { Score } from './model.ts';

const VALUES = [
	[2, 'breve'],
	[1, 'semibreve'],
	[1 / 2, 'minim'],
	[1 / 4, 'crotchet'],
	[1 / 8, 'quaver'],
	[1 / 16, 'semiquaver'],
	[1 / 32, 'demisemiquaver'],
	[1 / 64, 'hemidemisemiquaver'],
] as const;

const DOTS = [
	[1, ''],
	[1.5, 'dotted '],
	[1.75, 'double-dotted '],
] as const;

/** `quaver`, `dotted crotchet`; `5 quavers` for a length that has no single sign. */
export function lengthName(length: number): string {
	for (const [value, name] of VALUES)
		for (const [times, dotted] of DOTS) if (length === value * times) return dotted + name;
	for (const [value, name] of VALUES)
		if (length > value && Number.isInteger(length / value)) return `${length / value} ${name}s`;
	return `${Number(length.toPrecision(3))} of a semibreve`;
}

/**
 * The written length of most notes of a score; of two equally common ones, the longer. Null without notes.
 */
export function commonLength({ parts }: Score): number | null {
	const counts = new Map<number, number>();
	for (const { bars } of parts)
		for (const { events } of bars)
			for (const { kind, length } of events)
				if (kind !== 'rest') counts.set(length, (counts.get(length) ?? 0) + 1);
	const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
	return most?.[0] ?? null;
}

import { compareStrings, fold, sortKey } from '../../../core/names.ts';
import type { KeptTune } from './format.ts';

/** The orders offered to the reader. */
export const ORDERS = {
	name: 'by name',
	added: 'newest first',
	practised: 'longest not practised',
} as const;

export type Order = keyof typeof ORDERS;

/** The tunes that contain all words of `text` in name, type, key or note, and are of `type` if given. */
export function filterTunes(tunes: readonly KeptTune[], text: string, type: string): KeptTune[] {
	const words = fold(text).split(' ').filter(Boolean);
	return tunes.filter((tune) => {
		if (type !== '' && tune.type !== type) return false;
		const told = fold([tune.name, tune.type, tune.key, tune.note].join(' '));
		return words.every((word) => told.includes(word));
	});
}

/** Ordered by practice, tunes never practised come first; ties go by name, then by number. */
export function orderTunes(tunes: readonly KeptTune[], order: Order): KeptTune[] {
	const byName = (a: KeptTune, b: KeptTune): number =>
		compareStrings(sortKey(a.name), sortKey(b.name)) || a.tune - b.tune;
	const last = ({ practised }: KeptTune): string => practised.at(-1) ?? '';
	return tunes.toSorted((a, b) => {
		if (order === 'added') return compareStrings(b.added, a.added) || byName(a, b);
		if (order === 'practised') return compareStrings(last(a), last(b)) || byName(a, b);
		return byName(a, b);
	});
}

/** The list with one item moved; a position outside the list means its nearest end. */
export function moved<Thing>(list: readonly Thing[], from: number, to: number): Thing[] {
	const thing = list[from];
	if (thing === undefined) return [...list];
	const rest = list.toSpliced(from, 1);
	return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, thing);
}

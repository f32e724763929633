import type { TuneRef, TuneSet } from './format.ts';

/** The label of a tune whose name is unknown. */
export function nameOfTune({ name, tune }: TuneRef): string {
	return name || `Tune ${tune}`;
}

/** A set's name or, without one, its tunes, which is what players call a set. */
export function nameOfSet({ name, entries }: TuneSet): string {
	if (name !== '') return name;
	const [first, ...rest] = entries.map(nameOfTune);
	if (first === undefined) return 'Empty set';
	const shown = [first, ...rest.slice(0, 2)].join(' / ');
	return rest.length > 2 ? `${shown} …` : shown;
}

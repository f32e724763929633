import type { Book, KeptTune, TuneRef } from './format.ts';

/** A tune as first added to the book. */
export function newlyKept(ref: TuneRef, added: string): KeptTune {
	const { tune, setting, name, type, key } = ref;
	return { tune, setting, name, type, key, added, note: '', practised: [] };
}

/** A tune of which only the number is known yet. */
export function bareRef(tune: number, setting: number | null = null): TuneRef {
	return { tune, setting, name: '', type: '', key: '' };
}

/** A book of version 1, where favourites were numbers; invalid ones are left out. */
export function fromVersion1(favourites: unknown, added: string): Book {
	const ids = Array.isArray(favourites) ? favourites.filter(isId) : [];
	return { tunes: [...new Set(ids)].map((id) => newlyKept(bareRef(id), added)), sets: [] };
}

/** Whether a value can be the number of a tune or a setting. */
export function isId(value: unknown): value is number {
	return Number.isInteger(value) && (value as number) > 0 && (value as number) < 1e9;
}

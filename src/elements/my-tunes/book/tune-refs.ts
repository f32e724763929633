import type { TuneRef } from './format.ts';
import { isId } from './migrate.ts';

/** A tune by its numbers alone. */
export type Numbers = Pick<TuneRef, 'tune' | 'setting'>;

/** `27,198@1234`: tunes, and settings of tunes after an `@`. */
export function writeRefs(refs: readonly Numbers[]): string {
	return refs
		.map(({ tune, setting }) => (setting === null ? tune : `${tune}@${setting}`))
		.join(',');
}

/** Reads what `writeRefs` wrote; what names no tune is left out, and so is what comes twice. */
export function readRefs(text: string): Numbers[] {
	const refs = readEach(text);
	const seen = new Set<string>();
	return refs.filter((ref) => {
		const key = writeRefs([ref]);
		return !seen.has(key) && seen.add(key);
	});
}

/** The same, where a tune may come again, as in a set. */
export function readEach(text: string): Numbers[] {
	return text.split(/[\s,;]+/).flatMap((word) => refOf(word) ?? []);
}

/** A number, `27@1234`, or a link of a tune here or at thesession.org; undefined for all else. */
export function refOf(word: string): Numbers | undefined {
	const [, tune, setting] = BARE.exec(word) ?? LINK.exec(word) ?? [];
	const ref = { tune: Number(tune), setting: setting === undefined ? null : Number(setting) };
	if (!isId(ref.tune)) return undefined;
	return isId(ref.setting) ? ref : { ...ref, setting: null };
}

const BARE = /^(\d{1,9})(?:@(\d{1,9}))?$/;
const LINK = /(?:^|\/)tunes\/(\d{1,9})(?:\.html)?\/?(?:\?[^#]*)?(?:#(?:setting)?(\d{1,9})?.*)?$/;

/** What a link to somebody's tunes carries: numbers, and nothing else. */
export interface SharedBook {
	tunes: readonly Numbers[];
	sets: readonly (readonly Numbers[])[];
}

/** The query of `/mine` that `readShared` reads. */
export function writeShared({ tunes, sets }: SharedBook): string {
	const parts = [
		...(tunes.length > 0 ? [`tunes=${writeRefs(tunes)}`] : []),
		...sets.map((set) => `set=${writeRefs(set)}`),
	];
	return parts.join('&');
}

/** What the query of an address shares; undefined when it is nothing. */
export function readShared(query: string): SharedBook | undefined {
	const asked = new URLSearchParams(query);
	const tunes = readRefs(asked.getAll('tunes').join(','));
	const sets = asked
		.getAll('set')
		.map(readEach)
		.filter((set) => set.length > 0);
	return tunes.length + sets.length > 0 ? { tunes, sets } : undefined;
}

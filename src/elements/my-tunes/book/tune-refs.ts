import type { TuneRef } from './format.ts';
import { isId } from './migrate.ts';

/** A tune identified only by its numbers. */
export type Numbers = Pick<TuneRef, 'tune' | 'setting'>;

/** `27,198@1234`: tunes, with the setting after an `@` where one is named. */
export function writeRefs(refs: readonly Numbers[]): string {
	return refs
		.map(({ tune, setting }) => (setting === null ? tune : `${tune}@${setting}`))
		.join(',');
}

/** Reads the output of `writeRefs`; anything that is not a tune, and any repeat, is left out. */
export function readRefs(text: string): Numbers[] {
	const refs = readEach(text);
	const seen = new Set<string>();
	return refs.filter((ref) => {
		const key = writeRefs([ref]);
		return !seen.has(key) && seen.add(key);
	});
}

/** The same, but a tune may occur several times, as in a set. */
export function readEach(text: string): Numbers[] {
	return text.split(/[\s,;]+/).flatMap((word) => refOf(word) ?? []);
}

/** Reads a number, `27@1234`, or a link to a tune here or at thesession.org; undefined for anything else. */
export function refOf(word: string): Numbers | undefined {
	const [, tune, setting] = BARE.exec(word) ?? LINK.exec(word) ?? [];
	const ref = { tune: Number(tune), setting: setting === undefined ? null : Number(setting) };
	if (!isId(ref.tune)) return undefined;
	return isId(ref.setting) ? ref : { ...ref, setting: null };
}

const BARE = /^(\d{1,9})(?:@(\d{1,9}))?$/;
const LINK = /(?:^|\/)tunes\/(\d{1,9})(?:\.html)?\/?(?:\?[^#]*)?(?:#(?:setting)?(\d{1,9})?.*)?$/;

/** The content of a link to somebody's tunes: only numbers. */
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

/** The shared content in an address's query; undefined when there is none. */
export function readShared(query: string): SharedBook | undefined {
	const asked = new URLSearchParams(query);
	const tunes = readRefs(asked.getAll('tunes').join(','));
	const sets = asked
		.getAll('set')
		.map(readEach)
		.filter((set) => set.length > 0);
	return tunes.length + sets.length > 0 ? { tunes, sets } : undefined;
}

import { findTunes, knownTune, numbersIn, type FoundTunes } from './book/find-tunes.ts';
import type { TuneRef } from './book/format.ts';
import { MineError } from './book/mine-error.ts';
import { bareRef } from './book/migrate.ts';
import type { NameFinder } from '../../search/names/name-finder.ts';
import type { Numbers } from './book/tune-refs.ts';
import { allNames } from '../names.ts';

/**
 * The tunes that a text names. Where the name tables are neither stored nor available, its numbers and links
 * are used and names have to wait.
 *
 * @throws MineError when there are only names in that case
 */
export async function tunesIn(text: string): Promise<FoundTunes> {
	let finder: NameFinder;
	try {
		finder = await finderOfTunes();
	} catch (error) {
		const numbers = numbersIn(text);
		if (numbers.found.length === 0) throw error;
		return numbers;
	}
	return findTunes(text, finder);
}

/** The same tunes with their details; by number alone where names are unavailable. */
export async function withNames(refs: readonly Numbers[]): Promise<TuneRef[]> {
	const finder = await finderOfTunes().catch(() => undefined);
	return refs.map((ref) => (finder && knownTune(ref, finder)) ?? bareRef(ref.tune, ref.setting));
}

async function finderOfTunes(): Promise<NameFinder> {
	try {
		const finder = (await allNames()).find(({ kind }) => kind === 'tunes');
		if (finder) return finder;
	} catch (error) {
		throw new MineError(NO_NAMES, { cause: error });
	}
	throw new MineError(NO_NAMES);
}

/** The message about names that have to wait. */
export const WAITING =
	'the names could not be loaded, and wait in the field: check the connection and try again';

const NO_NAMES =
	'The names of tunes could not be loaded, so nothing was added. What you typed is still here: check the ' +
	'connection and try again.';

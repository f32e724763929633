import { findTunes, knownTune, type FoundTunes } from '../../mine/find-tunes.ts';
import type { TuneRef } from '../../mine/format.ts';
import { MineError } from '../../mine/mine-error.ts';
import { bareRef } from '../../mine/migrate.ts';
import type { NameFinder } from '../../finder/name-finder.ts';
import type { Numbers } from '../../mine/tune-refs.ts';
import { allNames } from '../names.ts';

/**
 * The tunes that a text names.
 *
 * @throws MineError when the tables of names are not on the device and cannot be had
 */
export async function tunesIn(text: string): Promise<FoundTunes> {
	return findTunes(text, await finderOfTunes());
}

/** The same tunes with what is known of them; where names cannot be had, by their numbers alone. */
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

const NO_NAMES =
	'The names of tunes could not be loaded, so nothing was added. What you typed is still here: check the ' +
	'connection and try again.';

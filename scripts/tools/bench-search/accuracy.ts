import type { NameFinder } from '../../../src/search/names/name-finder.ts';
import { foldTyped } from '../../../src/search/names/fold-words.ts';
import { thing } from '../../../src/core/addresses.ts';
import { at, rng } from '../synth/random.ts';
import { TYPED_WAYS } from './typed-queries.ts';

/** A name that leads to a tune. */
export interface Alias {
	tuneId: number;
	name: string;
}

export interface Accuracy {
	way: string;
	typed: number;
	/** Per cent of searches with the tune among the first five results. */
	found: number;
	/** Per cent that a perfect finder could reach, as other tunes share the same name or beginning. */
	ceiling: number;
	wanted: number;
	/** Milliseconds for one answer: the median and the 95th percentile. */
	median: number;
	p95: number;
}

const FIRST = 5;

/**
 * Types aliases in each way and looks for their tune among the first five results.
 *
 * @param sample how many aliases; all when there are no more
 */
export function measureAccuracy(
	finder: NameFinder,
	aliases: readonly Alias[],
	names: readonly Alias[],
	sample: number,
): Accuracy[] {
	const random = rng(7, 'aliases');
	const picked =
		aliases.length <= sample ? aliases : Array.from({ length: sample }, () => random.pick(aliases));
	const sharers = tunesByLetters(names);
	return TYPED_WAYS.map(({ label, type, wanted }) => {
		const times: number[] = [];
		let found = 0;
		let ceiling = 0;
		picked.forEach(({ tuneId, name }, n) => {
			const typed = type(name, rng(7, label, n));
			if (typed === undefined) return;
			const began = performance.now();
			const hits = finder.find(typed, FIRST);
			times.push(performance.now() - began);
			const address = thing({ kind: 'tunes', id: tuneId });
			if (hits.some((hit) => hit.address === address)) found++;
			ceiling += Math.min(1, FIRST / Math.max(1, sharers(foldTyped(typed).letters)));
		});
		times.sort((a, b) => a - b);
		return {
			way: label,
			typed: times.length,
			found: (100 * found) / times.length,
			ceiling: (100 * ceiling) / times.length,
			wanted,
			median: at(times, Math.floor(times.length / 2)),
			p95: at(times, Math.floor(times.length * 0.95)),
		};
	});
}

/** Counts the tunes with a name that begins with given letters. */
function tunesByLetters(names: readonly Alias[]): (letters: string) => number {
	const sorted = names
		.map(({ tuneId, name }) => ({ tuneId, letters: foldTyped(name).letters }))
		.sort((a, b) => (a.letters < b.letters ? -1 : 1));
	return (letters) => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle]?.letters ?? '') < letters) low = middle + 1;
			else high = middle;
		}
		const tunes = new Set<number>();
		for (; sorted[low]?.letters.startsWith(letters); low++) tunes.add(at(sorted, low).tuneId);
		return tunes.size;
	};
}

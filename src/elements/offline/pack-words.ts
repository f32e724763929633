import type { Pack, PackGroup } from '../../offline/packs/catalogue.ts';
import type { Companion } from './companions.ts';
import { bytesWords, countOf, leftWords, percentWords } from './words.ts';

/** How much of a pack is on the device. */
export interface PackState {
	pack: Pack;
	/** Of all its files. */
	bytes: number;
	/** Of its files, still to be fetched. */
	missing: number;
	/** To be fetched with it: names, sounds, places. */
	beside: number;
	/** Of its files, whole on the device. */
	here: number;
	/** Those of them that came for another pack. */
	shared: number;
	/** Of an unfinished download, on the device. */
	begun: number;
	isKept: boolean;
	/** What is not there of that which a kept pack needs beside it. */
	lacks: readonly Companion[];
}

/** A download under way. */
export interface Progress {
	done: number;
	total: number;
	/** Bytes a second, once it is known. */
	rate: number | undefined;
	isElsewhere: boolean;
}

const THINGS: Record<PackGroup, string> = {
	tunes: 'tune',
	recordings: 'recording',
	sessions: 'session',
	events: 'event',
	discussions: 'discussion',
};

/** `6,512 tunes`, with what it takes or takes up: said under the name of a pack. */
export function sizeWords({
	pack,
	bytes,
	missing,
	beside,
	shared,
	begun,
	isKept,
}: PackState): string {
	const things = countOf(pack.things, THINGS[pack.group]);
	if (isKept) return `${things}, ${bytesWords(bytes)} kept`;
	// What all packs of a group share, its lists, is not worth a word.
	const shares = begun === 0 && shared > bytes / 50;
	return shares
		? `${things}, ${bytesWords(bytes + beside)}, ${bytesWords(shared)} of it kept already`
		: `${things}, ${bytesWords(begun + missing + beside)}`;
}

/** `1.2 MB of 2.8 MB, 42 %, 310 KB a second, 10 seconds left` */
export function progressWords({ done, total, rate, isElsewhere }: Progress): string {
	const parts = [
		...(isElsewhere ? ['In another tab'] : []),
		`${bytesWords(done)} of ${bytesWords(total)}`,
		percentWords(done, total),
		...(rate === undefined
			? []
			: [`${bytesWords(rate)} a second`, leftWords((total - done) / rate)]),
	];
	return parts.join(', ');
}

/** `Missing without signal: names and sound, 2.1 MB.` */
export function lackWords({ lacks, beside }: PackState): string {
	return lacks.length === 0
		? ''
		: `Missing without signal: ${lacks.join(' and ')}, ${bytesWords(beside)}.`;
}

import type { Pack, PackGroup } from '../../offline/packs/catalogue.ts';
import type { Companion } from './companions.ts';
import { bytesWords, countOf, leftWords, percentWords } from './words.ts';

/** How much of a pack is on the device. */
export interface PackState {
	pack: Pack;
	/** Size of all its files. */
	bytes: number;
	/** Bytes of its files still to be fetched. */
	missing: number;
	/** Bytes to be fetched with it: names, sounds, places. */
	beside: number;
	/** Bytes of its files that are completely on the device. */
	here: number;
	/** Those of them that were downloaded for another pack. */
	shared: number;
	/** Bytes received of an unfinished download. */
	begun: number;
	isKept: boolean;
	/** What a stored pack still lacks of its companions. */
	lacks: readonly Companion[];
}

/** A download in progress. */
export interface Progress {
	done: number;
	total: number;
	/** Bytes per second, once known. */
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

/** `6,512 tunes` and the size of the download or the space used: shown under a pack's name. */
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
	// The lists shared by all packs of a group are too small to mention.
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

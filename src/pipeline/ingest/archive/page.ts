import type { Kind } from '../../../core/kinds.ts';
import type { Findings, RefusedPart } from './selectors.ts';
import type { Stated } from './stated-count.ts';

/** The content of one page of the archive, with text decoded and comments sanitised. */
export interface ArchivePage {
	name: string;
	/** Who added the thing, and when; null where the page does not say. */
	member: string | null;
	date: string | null;
	comments: ArchiveComment[];
	tune?: ArchiveTune;
	recording?: ArchiveRecording;
	session?: ArchivePlace;
	event?: ArchiveEvent;
}

export interface ArchiveComment {
	id: number;
	title: string | null;
	/** Sanitised; links to things of thesession.org are root-relative and not yet resolved. */
	html: string;
	member: string | null;
	date: string | null;
}

export interface ArchiveTune {
	type: string | null;
	settings: ArchiveSetting[];
}

export interface ArchiveSetting {
	id: number;
	meter: string;
	/** In the CSV's form, `Gmajor`. */
	mode: string;
	abc: string;
	member: string | null;
	date: string | null;
}

export interface ArchiveRecording {
	artist: string | null;
	tracks: ArchiveTrack[];
}

export interface ArchiveTrack {
	/** Name of the group of tunes. */
	name: string | null;
	tunes: { name: string; tuneId: number | null }[];
}

export interface ArchivePlace {
	venue: string | null;
	address: string | null;
	town: string | null;
	area: string | null;
	country: string | null;
	latitude: number | null;
	longitude: number | null;
	schedule: string[];
	telephone: string | null;
	website: string | null;
}

export interface ArchiveEvent extends ArchivePlace {
	starts: string | null;
	ends: string | null;
}

/** A page as it was read: what was understood, and which parts were not. */
export interface ReadPage {
	page: ArchivePage;
	/** Parts left out, with a reason each. */
	refused: RefusedPart[];
	/** How many comments and settings the page says it holds. */
	stated: Stated;
	/** By field, how often a fallback selector found it. */
	selectors: Findings['others'];
}

/** A page in which nothing could be understood; its last good version stays. */
export class PageFault extends Error {
	constructor(reason: string) {
		super(reason);
		this.name = 'PageFault';
	}
}

/** The location of a page in the archive. */
export interface PagePlace {
	kind: Kind;
	id: number;
	path: string;
	blob: string;
}

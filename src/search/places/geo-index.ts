import type { Box } from './box.ts';

/** Raised when files in another format would be misread. */
export const GEO_VERSION = 1;

/** The index of place files: `places/index.json`. */
export interface GeoIndex {
	version: number;
	regions: GeoRegion[];
	/** Things without a position, which are in no file. */
	unplaced: { sessions: number; events: number };
	/**
	 * `sessions/35`: things whose place could not be read and which are in no file; absent when there are
	 * none.
	 */
	leftOut?: string[];
}

/** A country, or a part of a large one, whose places are in one file. */
export interface GeoRegion {
	/** `ireland`, or `usa.2` for the second part. */
	file: string;
	/** Changes when the file does; the file contains it too. */
	digest: string;
	/** Null for things without a country. */
	country: string | null;
	sessions: number;
	events: number;
	box: Box;
}

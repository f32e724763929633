/** `packs/catalogue.json`: the packs that this deploy offers. */
export interface Catalogue {
	format: 1;
	/** Digest of all bundles: the same pages give the same version. */
	version: string;
	/** Code digest of the shell (`ShellList.code`) whose file names the pages use. */
	code: string;
	bundles: Bundle[];
	packs: Pack[];
	/** Download size in bytes of what makes packs useful without a network and is fetched alongside them. */
	beside: Beside;
}

/** The name tables, the flute and piano samples, and the place files with the world outlines. */
export interface Beside {
	names: number;
	sound: number;
	places: number;
}

/** Pages that are downloaded together. Bundles of one group share no pages except those of popular tunes. */
export interface Bundle {
	/** `tunes/reel/8000`: stable from week to week. */
	id: string;
	/** Digest of the addresses and digests of its pages. */
	version: string;
	/** The file with all of its pages. */
	file: PackFileRef;
	/** Patches from earlier versions, oldest first: each one's `to` is the next one's `from`. */
	patches: Patch[];
}

/** A file in /packs/. Its name contains its digest, so it never changes. */
export interface PackFileRef {
	name: string;
	bytes: number;
	/** SHA-256 of the whole file, in hexadecimal. */
	sha256: string;
	/** Number of pages in it. */
	pages: number;
}

/** The pages that changed from one version of a bundle to the next. */
export interface Patch extends PackFileRef {
	from: string;
	to: string;
}

/** A pack that a reader can choose. */
export interface Pack {
	/** `tunes/popular`, `tunes/reel`, `sessions/ireland`. */
	id: string;
	group: PackGroup;
	/** `Reels` */
	name: string;
	/** Ids of bundles; two packs may share some. */
	bundles: string[];
	/** Number of things in it (tunes, recordings …), not counting lists. */
	things: number;
}

/** In the order shown to the reader. */
export const PACK_GROUPS = ['tunes', 'recordings', 'sessions', 'events', 'discussions'] as const;
export type PackGroup = (typeof PACK_GROUPS)[number];

export const CATALOGUE = 'catalogue.json';

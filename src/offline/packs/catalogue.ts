/** What `packs/catalogue.json` says of the library that this deploy offers. */
export interface Catalogue {
	format: 1;
	/** Digest over all bundles: the same pages give the same version. */
	version: string;
	/** Of the shell (`ShellList.code`) whose names of files pages are dressed with. */
	code: string;
	bundles: Bundle[];
	packs: Pack[];
	/** Bytes on the wire of what makes packs of use without signal, fetched beside them. */
	beside: Beside;
}

/** The tables of names, the samples of flute and piano, the files of places with the outlines of the world. */
export interface Beside {
	names: number;
	sound: number;
	places: number;
}

/** Pages that are downloaded together. No two bundles of a group hold the same page, but for the popular tunes. */
export interface Bundle {
	/** `tunes/reel/8000`: stable from week to week. */
	id: string;
	/** Digest over the addresses and digests of its pages. */
	version: string;
	/** Its file with all pages. */
	file: PackFileRef;
	/** How to come here from the versions before, oldest first: each one's `to` is the next one's `from`. */
	patches: Patch[];
}

/** A file in /packs/. Its name holds its digest, so that it never changes. */
export interface PackFileRef {
	name: string;
	bytes: number;
	/** Of the whole file, in hexadecimal digits. */
	sha256: string;
	/** Pages in it. */
	pages: number;
}

/** The pages that changed from one version of a bundle to the next. */
export interface Patch extends PackFileRef {
	from: string;
	to: string;
}

/** What a reader chooses. */
export interface Pack {
	/** `tunes/popular`, `tunes/reel`, `sessions/ireland`. */
	id: string;
	group: PackGroup;
	/** `Reels` */
	name: string;
	/** Ids of bundles; two packs may share some. */
	bundles: string[];
	/** Things in it: tunes, recordings …; lists are not counted. */
	things: number;
}

/** In the order in which the reader sees them. */
export const PACK_GROUPS = ['tunes', 'recordings', 'sessions', 'events', 'discussions'] as const;
export type PackGroup = (typeof PACK_GROUPS)[number];

export const CATALOGUE = 'catalogue.json';

/**
 * A pack file: `SMP1`, the length of the header as 32 bits (little endian), the header (JSON, deflated
 * raw), then the blocks. A block is some whole pages one after another in UTF-8, deflated raw, so that
 * one page is had by inflating a block and not the whole file.
 */
export const PACK_MAGIC = 'SMP1';
/** Bytes before the header. */
export const PACK_PREFIX = 8;

export interface PackHeader {
	/** Of the bundle, with this file. */
	version: string;
	/** For a patch: the version that it is put on. */
	from?: string;
	/** Where each block begins after the header, and where the last one ends. */
	blocks: number[];
	/** Ascending by address. */
	pages: PackedPage[];
	/** For a patch: addresses that are no more. */
	removed?: string[];
}

/** Address without the base path (`/tunes/27`, `/tunes/`), digest of the page (16 hex digits), block, first byte in the inflated block, bytes. */
export type PackedPage = [
	address: string,
	digest: string,
	block: number,
	at: number,
	bytes: number,
];

/**
 * A pack file: `SMP1`, the length of the header as 32 bits (little endian), the header (JSON, raw deflate),
 * then the blocks. A block is several whole pages in UTF-8, concatenated and compressed with raw deflate, so
 * that reading one page inflates one block and not the whole file.
 */
export const PACK_MAGIC = 'SMP1';
/** Length of what precedes the header, in bytes. */
export const PACK_PREFIX = 8;

export interface PackHeader {
	/** Version of the bundle with this file. */
	version: string;
	/** For a patch: the version it applies to. */
	from?: string;
	/** Offset of each block after the header, and the end of the last one. */
	blocks: number[];
	/** Ascending by address. */
	pages: PackedPage[];
	/** For a patch: addresses that no longer exist. */
	removed?: string[];
}

/**
 * Address without the base path (`/tunes/27`, `/tunes/`), digest of the page (16 hex digits), block, offset
 * in the inflated block, length in bytes.
 */
export type PackedPage = [
	address: string,
	digest: string,
	block: number,
	at: number,
	bytes: number,
];

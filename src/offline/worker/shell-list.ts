import type { AssetNames } from '../packs/asset-hashes.ts';

/** What a deploy needs in order to open without a network; it is written into `sw.js`. */
export interface ShellList {
	/** Digest of all files of the shell. */
	version: string;
	/** Digest of its scripts, styles and fonts: two shells of the same code differ in their pages only. */
	code: string;
	/** Kept when the worker is installed. */
	files: ShellFile[];
	/** Larger scripts, kept when the reader means to go without a network or has used them. */
	extras: ShellFile[];
	/** The table that names are found in first, if there is one. */
	firstNames?: string;
	/** Of its built files. */
	names: AssetNames;
}

/** Digest: 16 hexadecimal digits of SHA-256; empty for a file that is not of one deploy. */
export type ShellFile = [address: string, digest: string];

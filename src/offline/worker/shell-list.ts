import type { AssetNames } from '../packs/asset-hashes.ts';

/** What a deploy needs to open offline; written into `sw.js`. */
export interface ShellList {
	/** Digest of all files of the shell. */
	version: string;
	/** Digest of its scripts, styles and fonts: shells with the same code differ only in their pages. */
	code: string;
	/** Stored when the worker is installed. */
	files: ShellFile[];
	/** Larger scripts, stored when the reader prepares to go offline or has used them. */
	extras: ShellFile[];
	/** The table in which names are looked up first, if there is one. */
	firstNames?: string;
	/** The names of its built files. */
	names: AssetNames;
}

/**
 * Digest: the first 16 hexadecimal digits of SHA-256; empty for a file that does not belong to one deploy.
 */
export type ShellFile = [address: string, digest: string];

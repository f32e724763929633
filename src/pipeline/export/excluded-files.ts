import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiFile } from './document-files.ts';

/** A part of the API that could not be made, with the files that are missing for it. */
export interface ExcludedFiles {
	/** The thing, member or list: `tunes/27`. */
	place: string;
	/** Files whose names start with one of these, up to a dot or a slash, may be missing: `tunes/27`. */
	stems: string[];
	/** Class of the error. */
	fault: string;
}

/** Yields files until one cannot be made, then what is left out with it; one failure stops nothing else. */
export function* guarded(
	files: Iterable<ApiFile>,
	addresses: readonly string[],
): Generator<ApiFile | ExcludedFiles> {
	try {
		yield* files;
	} catch (error) {
		const stems = addresses.map((address) => address.slice(1).replace(/\.\w+$/, ''));
		const fault = error instanceof Error ? error.name : 'Error';
		yield { place: stems[0] ?? '', stems, fault };
	}
}

/** Whether a file may be missing because of what was left out. */
export function mayBeMissing(file: string, leftOut: readonly ExcludedFiles[]): boolean {
	return leftOut.some(({ stems }) =>
		stems.some((stem) => file.startsWith(stem) && /^[./]/.test(file.slice(stem.length))),
	);
}

// A file in the work folder tells verify, which may run on its own.
const FILE = 'api-left-out.json';

export function keepExcluded(work: string, leftOut: readonly ExcludedFiles[]): void {
	const file = path.join(work, FILE);
	if (leftOut.length === 0) rmSync(file, { force: true });
	else writeFileSync(file, `${JSON.stringify(leftOut)}\n`);
}

export function readExcluded(work: string): ExcludedFiles[] {
	try {
		return JSON.parse(readFileSync(path.join(work, FILE), 'utf8')) as ExcludedFiles[];
	} catch {
		return [];
	}
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Twin } from './document-twins.ts';

/** What of the API could not be made: where its files would be, without their endings. */
export interface LeftOutTwins {
	/** Of the thing, the member or the list: `tunes/27`. */
	place: string;
	/** Files that begin so, before a dot or a slash, may be missing: `tunes/27`, `tunes/activity/27`. */
	stems: string[];
	/** Class of the error. */
	fault: string;
}

/** Gives files until one cannot be made, and then what is left out with it: one thing stops no other. */
export function* guarded(
	twins: Iterable<Twin>,
	addresses: readonly string[],
): Generator<Twin | LeftOutTwins> {
	try {
		yield* twins;
	} catch (error) {
		const stems = addresses.map((address) => address.slice(1).replace(/\.\w+$/, ''));
		const fault = error instanceof Error ? error.name : 'Error';
		yield { place: stems[0] ?? '', stems, fault };
	}
}

/** Whether a file may be missing because of what was left out. */
export function mayBeMissing(file: string, leftOut: readonly LeftOutTwins[]): boolean {
	return leftOut.some(({ stems }) =>
		stems.some((stem) => file.startsWith(stem) && /^[./]/.test(file.slice(stem.length))),
	);
}

// Export tells verify, which may run alone, by a file in the work folder.
const FILE = 'api-left-out.json';

export function keepLeftOut(work: string, leftOut: readonly LeftOutTwins[]): void {
	const file = path.join(work, FILE);
	if (leftOut.length === 0) rmSync(file, { force: true });
	else writeFileSync(file, `${JSON.stringify(leftOut)}\n`);
}

export function readLeftOut(work: string): LeftOutTwins[] {
	try {
		return JSON.parse(readFileSync(path.join(work, FILE), 'utf8')) as LeftOutTwins[];
	} catch {
		return [];
	}
}

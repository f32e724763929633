import { createHash } from 'node:crypto';
import { slugify } from '../core/names.ts';
import { spellingKey } from '../core/spellings.ts';

/** Longest segment in bytes; file systems allow 255, and an extension or a number may follow. */
const LONGEST = 90;

/** The front page of a folder, and device names that Windows does not allow for files. */
const NO_FILE = /^(?:index|con|prn|aux|nul|(?:com|lpt)\d)$/;
/** It would be read as a page of a list or as a number of thesession.org. */
const NUMBER = /^\d+$/;
/** A form reserved for segments that end in a digest. */
const DIGEST = /(?:^x|-)[\da-f]{8}$/;

/**
 * A name as a segment of an address and of a file name: `a-z`, `0-9` and `-`, at most 90 bytes. It depends on
 * the name alone, so new names never change it: all spellings of a name give one segment, and two names give
 * two. A name that cannot be written that way ends in a digest.
 *
 * @param taken segments that already mean something else in the same place
 */
export function addressSegment(name: string, taken: readonly string[] = []): string {
	const key = spellingKey(name);
	const plain = slugify(key);
	const isWhole = plain === key.replaceAll(' ', '-');
	return isWhole && isFree(plain) && !DIGEST.test(plain) && !taken.includes(plain)
		? plain
		: withDigest(plain, key);
}

/** The same, but names that differ only in punctuation get one segment: `freeSegment` makes it unique. */
function looseSegment(name: string): string {
	const plain = slugify(name);
	return isFree(plain) ? plain : withDigest(plain, spellingKey(name));
}

/** A name's segment, with a number appended when it is already taken; marks it as taken. */
export function freeSegment(name: string, taken: Set<string>): string {
	const plain = looseSegment(name);
	let segment = plain;
	for (let n = 2; taken.has(segment); n++) segment = `${plain}-${n}`;
	taken.add(segment);
	return segment;
}

function isFree(plain: string): boolean {
	return plain !== '' && plain.length <= LONGEST && !NO_FILE.test(plain) && !NUMBER.test(plain);
}

function withDigest(plain: string, key: string): string {
	const digest = createHash('sha256').update(key).digest('hex').slice(0, 8);
	if (plain === '') return `x${digest}`;
	return `${plain.slice(0, LONGEST - 9).replace(/-$/, '')}-${digest}`;
}

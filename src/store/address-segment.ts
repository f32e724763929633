import { createHash } from 'node:crypto';
import { slugify } from '../core/names.ts';
import { spellingKey } from '../core/spellings.ts';

/** Bytes of a segment; file systems take 255, and an ending or a number may follow. */
const LONGEST = 90;

/** The front page of a folder, and names of devices that Windows lets no file have. */
const NO_FILE = /^(?:index|con|prn|aux|nul|(?:com|lpt)\d)$/;
/** It would be read as a page of a list, or as a number of thesession.org. */
const NUMBER = /^\d+$/;
/** What only a digest looks like. */
const DIGEST = /(?:^x|-)[\da-f]{8}$/;

/**
 * A name as a segment of an address and of a file: `a-z`, `0-9` and `-`, at most 90 bytes. It follows from
 * the name alone, so that no newcomer changes it: all spellings of a name make one segment, and two names
 * make two. What cannot be said plainly ends in a digest.
 *
 * @param taken segments that mean something else where it will stand
 */
export function addressSegment(name: string, taken: readonly string[] = []): string {
	const key = spellingKey(name);
	const plain = slugify(key);
	const isWhole = plain === key.replaceAll(' ', '-');
	return isWhole && isFree(plain) && !DIGEST.test(plain) && !taken.includes(plain)
		? plain
		: withDigest(plain, key);
}

/** The same without telling apart names that differ in signs alone: to be made unique by `freeSegment`. */
function looseSegment(name: string): string {
	const plain = slugify(name);
	return isFree(plain) ? plain : withDigest(plain, spellingKey(name));
}

/** A name's own segment, or with a number behind it when that is taken; it is taken from then on. */
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

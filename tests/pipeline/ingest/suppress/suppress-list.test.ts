import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	NOTHING_SUPPRESSED,
	readSuppressList,
	suppressDigest,
} from '../../../../src/pipeline/ingest/suppress/suppress-list.ts';
import { MirrorError } from '../../../../src/core/errors.ts';
import { temporaryFolder } from '../../sync/upstream.ts';

function reading(content: string) {
	const file = path.join(temporaryFolder(), 'suppress.json');
	writeFileSync(file, content);
	return readSuppressList(file, true);
}

describe('suppress.json', () => {
	it('lists ids, addresses of comments and members', () => {
		expect(
			reading('{"tunes": [27], "comments": ["/tunes/7#comment3"], "members": ["A. N. Other"]}'),
		).toEqual({
			...NOTHING_SUPPRESSED,
			tunes: [27],
			comments: [{ kind: 'tunes', thingId: 7, id: 3 }],
			members: ['A. N. Other'],
		});
	});

	it.each([
		['{"tune": [27]}', /Unrecognized key.*"tune"/s],
		['{"tunes": [27, "x"]}', /tunes\.1 is "x": /],
		['{"tunes": [0]}', /tunes\.0 is 0: /],
		['{"settings": 27}', /settings is 27: /],
		['{"comments": ["27"]}', /comments\.0 is "27": not the address of a comment/],
		['{"comments": ["members/7#comment3"]}', /comments\.0 is "members.*not the address/],
		['{"members": [" "]}', /members\.0 is " ": empty/],
		['[]', /the whole is \[\]: /],
		['{', /is not JSON/],
	])('that is not right is told with key and value: %s', (content, message) => {
		expect(() => reading(content)).toThrow(MirrorError);
		expect(() => reading(content)).toThrow(message);
	});

	it('need not be there unless it is named', () => {
		const file = path.join(temporaryFolder(), 'none.json');
		expect(readSuppressList(file, false)).toEqual(NOTHING_SUPPRESSED);
		expect(() => readSuppressList(file, true)).toThrow(/MIRROR_SUPPRESS/);
	});

	it('has a digest of what it asks, in whatever order, and none when it asks nothing', () => {
		expect(suppressDigest(NOTHING_SUPPRESSED)).toBeUndefined();
		const one = reading('{"tunes": [1, 2], "members": ["a"]}');
		const other = reading('{"members": ["a"], "tunes": [2, 1]}');
		expect(suppressDigest(one)).toBe(suppressDigest(other));
		expect(suppressDigest(one)).not.toBe(suppressDigest(reading('{"tunes": [1, 2]}')));
	});
});

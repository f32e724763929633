import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { asProblem } from '../../src/cli/run.ts';
import { MirrorError } from '../../src/core/errors.ts';

test('a problem somebody can fix is told as it is', () => {
	const problem = new MirrorError('It broke.', 'Mend it.');
	expect(asProblem(problem)).toBe(problem);
});

test('a full disk is a problem, whoever meets it', () => {
	const database = new DatabaseSync(':memory:');
	database.exec('CREATE TABLE t (x); PRAGMA max_page_count = 3');
	let error: unknown;
	try {
		for (;;) database.exec(`INSERT INTO t VALUES (hex(randomblob(4000)))`);
	} catch (thrown) {
		error = thrown;
	}
	expect(asProblem(error)?.message).toBe('The disk is full.');
	expect(asProblem(Object.assign(new Error('no'), { code: 'ENOSPC' }))?.exitCode).toBe(1);
});

test('anything else is a bug', () => {
	expect(asProblem(new TypeError('x is not a function'))).toBeUndefined();
	expect(asProblem('a string')).toBeUndefined();
});

import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSearchAside } from '../../src/server/search/make-aside.ts';
import { storePath } from '../../src/store/open.ts';
import { sampleStore } from '../api/sample-store.ts';

const { work } = await sampleStore();

test('a search that cannot be written names the folder', async () => {
	// As good as a folder that is only read, which root may write to all the same.
	const searchFile = path.join(work, 'x'.repeat(250));
	const order = { storeFile: storePath(work), searchFile, isTold: false };
	await expect(makeSearchAside(order)).rejects.toThrow(`No file can be written in ${work},`);
});

test('what servers left that were ended is taken away, what is being written stays', async () => {
	const searchFile = path.join(work, 'search.sqlite');
	const left = ['1-0.next', '1-0.next-journal'].map((name) => `${searchFile}.${name}`);
	const fresh = `${searchFile}.2-0.next`;
	for (const file of [...left, fresh]) writeFileSync(file, '');
	for (const file of left) utimesSync(file, 0, 0);
	await makeSearchAside({ storeFile: storePath(work), searchFile, isTold: false });
	expect([...left, fresh].map((file) => existsSync(file))).toEqual([false, false, true]);
});

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BlobParser } from '../../../src/pipeline/sync/blob-parser.ts';
import { listTree, readBlobs, streamBlob } from '../../../src/pipeline/sync/read-git.ts';
import { commit, temporaryFolder } from './upstream.ts';

function repository(files: Record<string, string | Buffer>) {
	const bare = path.join(temporaryFolder(), 'a.git');
	return { path: bare, commit: commit(bare, files) };
}

function blobId(content: string): string {
	return createHash('sha1')
		.update(`blob ${Buffer.byteLength(content)}\0${content}`)
		.digest('hex');
}

async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
	const list: T[] = [];
	for await (const thing of things) list.push(thing);
	return list;
}

test('lists files, odd names too, and counts what would lead out of the tree', async () => {
	const repo = repository({
		'tunes/7/index.html': 'seven',
		'tunes/Ó name\n.html': 'odd',
		'run.sh': '100755:echo',
		'tunes/link': '120000:/etc/passwd',
		module: `160000:${'1'.repeat(40)}`,
	});
	expect(await listTree(repo)).toEqual({
		files: [
			{ path: 'run.sh', mode: '100755', blob: blobId('echo') },
			{ path: 'tunes/7/index.html', mode: '100644', blob: blobId('seven') },
			{ path: 'tunes/Ó name\n.html', mode: '100644', blob: blobId('odd') },
		],
		skipped: { symlinks: 1, submodules: 1 },
	});
	const tunes = await listTree(repo, 'tunes/');
	expect(tunes.files).toHaveLength(2);
	expect((await listTree(repo, 'nothing/')).files).toEqual([]);
});

test('reads blobs in the order asked for, large, small, empty and twice', async () => {
	const contents = ['', '\n', 'x'.repeat(200_000), 'blob 3\n', 'y'.repeat(65_536)];
	const repo = repository(Object.fromEntries(contents.map((text, i) => [`${i}.html`, text])));
	const wanted = [...contents, ...contents.toReversed()];
	const read: string[] = [];
	for await (const { blob, content } of readBlobs(repo, wanted.map(blobId))) {
		expect(blob).toBe(blobId(content.toString()));
		read.push(content.toString());
	}
	expect(read).toEqual(wanted);
});

test('asks no faster than the reader takes', async () => {
	const repo = repository({ 'a.html': 'a'.repeat(100_000) });
	let asked = 0;
	function* ids() {
		for (; asked < 50_000; asked++) yield blobId('a'.repeat(100_000));
	}
	for await (const { content } of readBlobs(repo, ids())) {
		expect(content).toHaveLength(100_000);
		await new Promise((resolve) => setTimeout(resolve, 200));
		break;
	}
	expect(asked).toBeLessThan(10_000);
});

test('says plainly what is missing, no blob, or no repository', async () => {
	const repo = repository({ 'a.html': 'a' });
	const read = (blob: string, where = repo) => all(readBlobs(where, [blobId('a'), blob]));
	await expect(read('1'.repeat(40))).rejects.toThrow(`object ${'1'.repeat(40)} is missing`);
	await expect(read(repo.commit)).rejects.toThrow('is commit, not a blob');
	const nowhere = { ...repo, path: '/nonexistent' };
	await expect(read(blobId('a'), nowhere)).rejects.toThrow('not a git repository');
	await expect(listTree(nowhere)).rejects.toThrow('not a git repository');
	await expect(buffer(streamBlob(repo, '1'.repeat(40)))).rejects.toThrow('git ended with 128');
});

test('an error of whoever asks reaches the reader', async () => {
	const repo = repository({ 'a.html': 'a' });
	function* ids() {
		yield blobId('a');
		throw new Error('no more ids');
	}
	await expect(all(readBlobs(repo, ids()))).rejects.toThrow('no more ids');
});

test('streams one large blob', async () => {
	const big = Buffer.alloc(3_000_000, 'tune_id,name\n');
	const repo = repository({ 'csv/sets.csv': big });
	const { files } = await listTree(repo, 'csv/');
	expect((await buffer(streamBlob(repo, files[0]?.blob ?? ''))).equals(big)).toBe(true);
});

test.each([1, 2, 7, 1000])('takes output apart in chunks of %d bytes', (size) => {
	const output = Buffer.from('id1 blob 3\na\nb\nid2 blob 0\n\nid3 blob 1\nc\n');
	const parser = new BlobParser();
	const found: string[] = [];
	for (let at = 0; at < output.length; at += size) {
		for (const { blob, content } of parser.push(output.subarray(at, at + size))) {
			found.push(`${blob}=${content.toString()}`);
		}
	}
	parser.end();
	expect(found).toEqual(['id1=a\nb', 'id2=', 'id3=c']);
});

test('output that ends in the middle of a blob is an error', () => {
	const parser = new BlobParser();
	expect([...parser.push(Buffer.from('id1 blob 3\na'))]).toEqual([]);
	expect(() => parser.end()).toThrow('middle of a blob');
});

import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { MirrorError } from '../../../src/core/errors.ts';
import type { SyncOptions } from '../../../src/pipeline/sync/sync.ts';
import { sync } from '../../../src/pipeline/sync/sync.ts';
import {
	lockText,
	readLock,
	requireLock,
	type UpstreamLock,
} from '../../../src/pipeline/sync/upstream-lock.ts';
import { commit, git, makeUpstream, temporaryFolder, type TestUpstream } from './upstream.ts';

vi.setConfig({ testTimeout: 30_000 });

function run({ urls, work }: TestUpstream, options: Partial<SyncOptions> = {}) {
	return sync({ urls, work, offline: false, retryDelays: [], warn: () => undefined, ...options });
}

function lockOf({ urls, data, archive }: TestUpstream): UpstreamLock {
	const at = (name: 'data' | 'archive', repository: string) => ({
		url: urls[name],
		commit: git('-C', repository, 'rev-parse', 'main'),
	});
	return {
		version: 1,
		written: '2026-06-01T00:00:00Z',
		data: at('data', data),
		archive: at('archive', archive),
	};
}

async function failure(result: Promise<unknown>): Promise<string> {
	const error: unknown = await result.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof MirrorError)) throw new Error('not a MirrorError', { cause: error });
	return `${error.message}\n${error.next}`;
}

test('takes the commits of the lock, though upstream has moved on, and stays with them', async () => {
	const upstream = makeUpstream();
	const locked = lockOf(upstream);
	commit(upstream.data, { 'csv/tunes.csv': 'newer' });
	const first = await run(upstream, { locked });
	expect(first.data).toMatchObject({ commit: locked.data.commit, fetched: 'cloned' });
	expect(git('-C', first.data.path, 'rev-list', '--count', '--all')).toBe('1');
	const second = await run(upstream, { locked });
	expect(second.data).toMatchObject({ commit: locked.data.commit, fetched: 'unchanged' });
	const free = await run(upstream);
	expect(free.data.commit).not.toBe(locked.data.commit);
	const back = await run(upstream, { locked });
	expect(back.data).toMatchObject({ commit: locked.data.commit, fetched: 'updated' });
});

test('needs no network when the clones at hand are those of the lock', async () => {
	const upstream = makeUpstream();
	const locked = lockOf(upstream);
	await run(upstream, { locked });
	renameSync(upstream.data, `${upstream.data}.away`);
	expect((await run(upstream, { locked })).data.fetched).toBe('unchanged');
	expect((await run(upstream, { locked, offline: true })).data.commit).toBe(locked.data.commit);
});

test('takes no other commit when the locked one cannot be had', async () => {
	const upstream = makeUpstream();
	const { data } = await run(upstream);
	const locked = lockOf(upstream);
	locked.data.commit = '1'.repeat(40);
	// Between the brackets stand git's own words, of which it says one half or the other first.
	expect(await failure(run(upstream, { locked }))).toMatch(
		/data\.git does not hand out the commit that the lock names \(.*\)\.\nUpstream may have rewritten its history: run `npm run refresh`/,
	);
	expect(await failure(run(upstream, { locked, offline: true }))).toContain(
		'not where the lock says',
	);
	renameSync(upstream.data, `${upstream.data}.away`);
	expect(await failure(run(upstream, { locked }))).toContain('There is no repository at');
	const other = { ...upstream.urls, data: 'git://127.0.0.1:9/data.git' };
	const elsewhere = { ...locked, data: { ...locked.data, url: other.data } };
	expect(await failure(run(upstream, { locked: elsewhere, urls: other }))).toContain('No answer');
	expect((await run(upstream, { offline: true })).data.commit).toBe(data.commit);
});

test('a lock of another address is refused', async () => {
	const upstream = makeUpstream();
	const locked = lockOf(upstream);
	locked.archive.url = 'https://mirror.example/archive';
	expect((await failure(run(upstream, { locked }))).replaceAll(upstream.root, '<root>'))
		.toMatchInlineSnapshot(`
		"The lock names a commit of https://mirror.example/archive, but the archive repository is file://<root>/archive.git.
		Set MIRROR_ARCHIVE_URL to the one locked, or run \`npm run refresh\` to lock the other."
	`);
});

test('a lock is read as it was written, and nothing else is taken for one', () => {
	const file = path.join(temporaryFolder(), 'upstream.lock.json');
	expect(readLock(file)).toBeUndefined();
	expect(() => requireLock(file)).toThrow('it is unknown which commits to take');
	const lock = lockOf(makeUpstream());
	writeFileSync(file, lockText(lock));
	expect(readLock(file)).toEqual(lock);
	for (const wrong of [
		'',
		'{}',
		'null',
		'{"version":1}',
		lockText({ ...lock, written: 'yesterday' }),
		lockText({ ...lock, data: { url: 'file:///x', commit: '--upload-pack=x' } }),
		lockText(lock).replace('"version": 1', '"version": 2'),
	]) {
		writeFileSync(file, wrong);
		expect(() => readLock(file), wrong).toThrow('is not a lock');
	}
});

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { silent } from '../../../src/cli/progress.ts';
import { sync } from '../../../src/pipeline/sync/sync.ts';
import type { SyncOptions } from '../../../src/pipeline/sync/sync.ts';
import { commit, git, makeUpstream } from './upstream.ts';
import type { TestUpstream } from './upstream.ts';

vi.setConfig({ testTimeout: 30_000 });

function run({ urls, work }: TestUpstream, options: Partial<SyncOptions> = {}) {
	return sync({ urls, work, offline: false, retryDelays: [], warn: () => undefined, ...options });
}

test('clones bare, one commit of one branch, and finds it unchanged later', async () => {
	const upstream = makeUpstream();
	commit(upstream.data, { 'csv/tunes.csv': 'newer' }, { seconds: 1_780_000_500 });
	commit(upstream.data, { 'side.txt': 'side' }, { branch: 'side' });
	git('-C', upstream.data, 'tag', 'v1');
	const first = await run(upstream);
	const clone = path.join(upstream.work, 'upstream', 'data.git');
	expect(first.data).toEqual({
		url: upstream.urls.data,
		path: clone,
		commit: git('-C', upstream.data, 'rev-parse', 'main'),
		date: '2026-05-28T20:35:00Z',
		fetched: 'cloned',
	});
	expect(git('-C', clone, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
	expect(git('-C', clone, 'rev-list', '--count', '--all')).toBe('1');
	expect(git('-C', clone, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
	expect(readdirSync(path.dirname(clone))).toEqual(['archive.git', 'data.git']);
	const second = await run(upstream);
	expect(second.data).toEqual({ ...first.data, fetched: 'unchanged' });
});

test('moves to the newest commit, also after a rewritten history', async () => {
	const upstream = makeUpstream();
	await run(upstream);
	const weekly = commit(upstream.archive, { 'tunes/2/index.html': 'two' });
	expect((await run(upstream)).archive).toMatchObject({ commit: weekly, fetched: 'updated' });
	const rewritten = commit(upstream.archive, { 'events/1/index.html': 'x' }, { orphan: true });
	const { archive } = await run(upstream);
	expect(archive).toMatchObject({ commit: rewritten, fetched: 'updated' });
	expect(git('-C', archive.path, 'rev-list', '--count', '--all')).toBe('1');
});

test('keeps a handful of packs, however many weeks go by', async () => {
	const upstream = makeUpstream();
	for (let week = 0; week < 10; week++) {
		commit(upstream.data, { 'csv/tunes.csv': `week ${week}` });
		const { data } = await run(upstream);
		const packs = readdirSync(path.join(data.path, 'objects', 'pack'));
		expect(packs.filter((name) => name.endsWith('.pack')).length).toBeLessThan(9);
		expect(git('-C', data.path, 'show', 'main:csv/tunes.csv')).toBe(`week ${week}`);
	}
});

test('clones anew when the address changed, and keeps the old clone when that fails', async () => {
	const upstream = makeUpstream();
	const { data } = await run(upstream);
	const moved = path.join(upstream.root, 'moved.git');
	const urls = { ...upstream.urls, data: `file://${moved}` };
	await expect(run(upstream, { urls })).rejects.toThrow('There is no repository at');
	expect(git('-C', data.path, 'rev-parse', 'main')).toBe(data.commit);
	commit(moved, { 'csv/tunes.csv': 'elsewhere' });
	expect((await run(upstream, { urls })).data).toMatchObject({ url: urls.data, fetched: 'cloned' });
});

test('clones anew when the clone is damaged, and never takes the project around it for it', async () => {
	const upstream = makeUpstream();
	const project = path.join(upstream.work, '.git');
	const ours = commit(project, { 'csv/tunes.csv': 'a project that looks the part' });
	git('--git-dir', project, 'config', 'remote.origin.url', upstream.urls.data);
	const { data } = await run(upstream);
	rmSync(path.join(data.path, 'HEAD'));
	expect((await run(upstream)).data).toEqual(data);
	rmSync(path.join(data.path, 'objects'), { recursive: true });
	expect((await run(upstream)).data).toEqual(data);
	expect(git('--git-dir', project, 'rev-parse', 'main')).toBe(ours);
});

test('clones anew when a killed git left a lock in the clone', async () => {
	const upstream = makeUpstream();
	const { data } = await run(upstream);
	commit(upstream.data, { 'csv/tunes.csv': 'newer' });
	writeFileSync(path.join(data.path, 'shallow.lock'), '');
	const again = await run(upstream);
	expect(again.data.fetched).toBe('cloned');
	expect(again.data.note).toContain('Cloned again.');
});

test('goes on with the clone at hand where upstream no longer looks like itself', async () => {
	const upstream = makeUpstream();
	const { archive } = await run(upstream);
	const gone = commit(upstream.archive, { 'README.md': 'gone' }, { orphan: true });
	const warn = vi.fn();
	expect((await run(upstream, { warn })).archive).toMatchObject({
		fetched: 'kept',
		commit: archive.commit,
	});
	expect(warn).toHaveBeenCalledWith(
		expect.stringContaining('does not look like the archive repository'),
	);
	const locked = (name: 'data' | 'archive', id: string) => ({
		url: upstream.urls[name],
		commit: id,
	});
	const lock = {
		version: 1 as const,
		written: '2026-05-28T20:35:00Z',
		data: locked('data', git('-C', upstream.data, 'rev-parse', 'main')),
		archive: locked('archive', gone),
	};
	await expect(run(upstream, { locked: lock })).rejects.toThrow('does not look like the archive');
	expect(git('-C', archive.path, 'rev-parse', 'main')).toBe(archive.commit);
	expect((await run(upstream, { offline: true })).archive.commit).toBe(archive.commit);
});

test('offline takes the clones at hand and says how old they are', async () => {
	const upstream = makeUpstream();
	await run(upstream);
	renameSync(upstream.data, `${upstream.data}.away`);
	const now = () => Date.parse('2026-06-10T00:00:00Z');
	const { data } = await run(upstream, { offline: true, now });
	expect(data.fetched).toBe('offline');
	expect(data.note).toBe('Offline: the data repository of 2026-05-28, 12 days old.');
});

test('removes what interrupted runs left, and puts a clone set aside back', async () => {
	const upstream = makeUpstream();
	const { data } = await run(upstream);
	const leftOver = `${data.path}.new-AbCdEf`;
	mkdirSync(path.join(leftOver, 'objects'), { recursive: true });
	renameSync(data.path, `${data.path}.old`);
	expect((await run(upstream, { offline: true })).data.commit).toBe(data.commit);
	expect(existsSync(leftOver)).toBe(false);
});

test('runs no hook and heeds no GIT_* variable', async () => {
	const upstream = makeUpstream();
	const hooks = path.join(upstream.root, 'hooks');
	const trace = path.join(upstream.root, 'hook-ran');
	mkdirSync(hooks);
	writeFileSync(path.join(hooks, 'reference-transaction'), `#!/bin/sh\ntouch ${trace}\n`, {
		mode: 0o755,
	});
	writeFileSync(path.join(upstream.root, '.gitconfig'), `[core]\n\thooksPath = ${hooks}\n`);
	vi.stubEnv('HOME', upstream.root);
	vi.stubEnv('GIT_DIR', '/nonexistent');
	vi.stubEnv('GIT_EDITOR', 'false');
	try {
		await run(upstream);
	} finally {
		vi.unstubAllEnvs();
	}
	expect(existsSync(trace)).toBe(false);
});

test('shows the progress of git', async () => {
	const upstream = makeUpstream();
	const files: Record<string, string> = {};
	for (let id = 0; id < 300; id++) files[`tunes/${id}/index.html`] = `page ${id}`;
	commit(upstream.archive, files);
	const seen: [string, number, number | undefined][] = [];
	await run(upstream, {
		showProgress: (label) => ({
			...silent,
			update: (done, total) => void seen.push([label, done, total]),
		}),
	});
	const last = seen.findLast(([label]) => label === 'sync archive: receiving');
	expect(last?.[1]).toBeGreaterThan(0);
	expect(last?.[2]).toBeGreaterThan(600);
});

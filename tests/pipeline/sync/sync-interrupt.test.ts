import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { sync } from '../../../src/pipeline/sync/sync.ts';
import { serveGit } from './git-server.ts';
import { commit, git, makeUpstream } from './upstream.ts';

vi.setConfig({ testTimeout: 30_000 });

async function heavyUpstream() {
	const upstream = makeUpstream();
	const server = await serveGit();
	const archive = commit(upstream.archive, { 'tunes/2/index.html': randomBytes(400_000) });
	const urls = { ...upstream.urls, archive: server.url(upstream.archive) };
	return { upstream, server, archive, options: { urls, work: upstream.work, offline: false } };
}

test.each(['SIGKILL', 'SIGINT'] as const)(
	'a run ended by %s in the middle of a clone leaves the next one free to go',
	async (signal) => {
		const { upstream, server, archive, options } = await heavyUpstream();
		server.limit = 20_000;
		const child = spawn(
			process.execPath,
			[path.join(import.meta.dirname, 'sync-child.ts'), JSON.stringify(options)],
			{ stdio: 'inherit' },
		);
		await server.stalled;
		const clones = path.join(upstream.work, 'upstream');
		expect(readdirSync(clones)).toContainEqual(expect.stringMatching(/^archive\.git\.new-/));
		child.kill(signal);
		await once(child, 'close');
		server.limit = Infinity;
		const again = await sync(options);
		expect(again.data.fetched).toBe('unchanged');
		expect(again.archive).toMatchObject({ commit: archive, fetched: 'cloned' });
		expect(readdirSync(clones)).toEqual(['archive.git', 'data.git']);
	},
);

test('an abort ends git and leaves the old clone whole', async () => {
	const { upstream, server, archive, options } = await heavyUpstream();
	const { archive: clone } = await sync(options);
	commit(upstream.archive, { 'tunes/3/index.html': randomBytes(400_000) });
	server.limit = 20_000;
	const controller = new AbortController();
	const running = sync({ ...options, signal: controller.signal });
	await server.stalled;
	controller.abort(new Error('Ctrl-C'));
	await expect(running).rejects.toThrow('Ctrl-C');
	expect(git('-C', clone.path, 'rev-parse', 'main')).toBe(archive);
	expect(git('-C', clone.path, 'fsck', '--no-dangling')).toBe('');
	await vi.waitUntil(() => server.callers === 0);
	expect((await sync({ ...options, offline: true })).archive.commit).toBe(archive);
});

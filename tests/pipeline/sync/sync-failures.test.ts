import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { MirrorError } from '../../../src/core/errors.ts';
import { sync } from '../../../src/pipeline/sync/sync.ts';
import type { SyncOptions } from '../../../src/pipeline/sync/sync.ts';
import { serveGit } from './git-server.ts';
import { commit, git, makeUpstream } from './upstream.ts';
import type { TestUpstream } from './upstream.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(() => vi.unstubAllEnvs());

/** What a person reads when syncing fails, folders and ports masked. */
async function failure(upstream: TestUpstream, options: Partial<SyncOptions> = {}) {
	const { urls, work, root } = upstream;
	const error: unknown = await sync({
		urls,
		work,
		offline: false,
		retryDelays: [],
		...options,
	}).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof MirrorError)) throw new Error('not a MirrorError', { cause: error });
	const text = `${error.message}\n${error.next}`;
	return text.replaceAll(root, '<root>').replaceAll(/127\.0\.0\.1:\d+/g, '<host>');
}

function withData(upstream: TestUpstream, data: string): Partial<SyncOptions> {
	return { urls: { ...upstream.urls, data } };
}

/** Puts a git first on PATH that fails at fetching in the words given. */
function fakeGit({ root }: TestUpstream, words: string): { fetches: () => number } {
	const folder = mkdtempSync(path.join(root, 'bin-'));
	const log = path.join(folder, 'log');
	const real = path.join(git('--exec-path'), 'git');
	const script = `#!/bin/sh
case " $* " in *" fetch "*) echo x >> "${log}"; echo "${words}" >&2; exit 128;; esac
exec "${real}" "$@"
`;
	writeFileSync(path.join(folder, 'git'), script, { mode: 0o755 });
	vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
	return { fetches: () => readFileSync(log, 'utf8').trim().split('\n').length };
}

test('a wrong address', async () => {
	const upstream = makeUpstream();
	expect(await failure(upstream, withData(upstream, `file://${upstream.root}/nothing`)))
		.toMatchInlineSnapshot(`
			"There is no repository at file://<root>/nothing, or it is private.
			Set MIRROR_DATA_URL to the right address."
		`);
});

test('a private or missing repository, credentials not shown', async () => {
	const upstream = makeUpstream();
	fakeGit(upstream, "fatal: could not read Username for 'https://mirror.example'");
	const url = 'https://somebody:secret@mirror.example/data';
	expect(await failure(upstream, withData(upstream, url))).toMatchInlineSnapshot(`
		"There is no repository at https://mirror.example/data, or it is private.
		Set MIRROR_DATA_URL to the right address."
	`);
});

test('a repository with no main', async () => {
	const upstream = makeUpstream();
	const trunk = path.join(upstream.root, 'trunk.git');
	commit(trunk, { 'csv/tunes.csv': '' }, { branch: 'trunk' });
	expect(await failure(upstream, withData(upstream, `file://${trunk}`))).toMatchInlineSnapshot(`
		"file://<root>/trunk.git has no branch "main".
		Set MIRROR_DATA_URL to the repository that has it, or push a branch of that name."
	`);
});

test('an empty repository', async () => {
	const upstream = makeUpstream();
	const empty = path.join(upstream.root, 'empty.git');
	git('init', '--quiet', '--bare', empty);
	expect(await failure(upstream, withData(upstream, `file://${empty}`))).toMatchInlineSnapshot(`
		"file://<root>/empty.git has no branch "main".
		Set MIRROR_DATA_URL to the repository that has it, or push a branch of that name."
	`);
});

test('the two addresses the wrong way round', async () => {
	const { urls, ...upstream } = makeUpstream();
	const swapped = { data: urls.archive, archive: urls.data };
	expect(await failure({ ...upstream, urls: swapped })).toMatchInlineSnapshot(`
		"file://<root>/archive.git does not look like the data repository: it has no csv.
		Set MIRROR_DATA_URL to the right one. What was fetched before is untouched."
	`);
});

test('a host that refuses', async () => {
	const upstream = makeUpstream();
	expect(await failure(upstream, withData(upstream, 'git://127.0.0.1:1/data')))
		.toMatchInlineSnapshot(`
			"No answer from git://<host>/data (unable to connect to 127.0.0.1).
			See that the network is up and the address right, then run again."
		`);
});

test('a host that takes the call and never answers', async () => {
	const upstream = makeUpstream();
	const server = createServer(() => undefined).listen(0, '127.0.0.1');
	await vi.waitUntil(() => server.listening);
	const url = `git://127.0.0.1:${(server.address() as AddressInfo).port}/data`;
	expect(await failure(upstream, { ...withData(upstream, url), silenceMs: 300 }))
		.toMatchInlineSnapshot(`
			"No answer from git://<host>/data: it fell silent.
			See that the network is up and the address right, then run again."
		`);
	server.close();
});

test('a full disk, the old clone untouched', async () => {
	const upstream = makeUpstream();
	const { urls, work } = upstream;
	const { data } = await sync({ urls, work, offline: false });
	commit(upstream.data, { 'csv/tunes.csv': 'newer' });
	fakeGit(upstream, 'fatal: write error: No space left on device');
	expect(await failure(upstream)).toMatchInlineSnapshot(`
		"The disk is full: no room for the data repository in <root>/work/upstream/data.git.
		Free some space or set MIRROR_WORK to a larger disk, then run again."
	`);
	expect(git('-C', data.path, 'rev-parse', 'main')).toBe(data.commit);
});

test('a work folder that cannot be written', async () => {
	const upstream = makeUpstream();
	writeFileSync(upstream.work, 'a file');
	expect(await failure(upstream)).toMatchInlineSnapshot(`
		"Cannot write <root>/work/upstream/data.git (ENOTDIR).
		Make the folder writable, or set MIRROR_WORK to one that is."
	`);
});

test('a protocol that runs programs', async () => {
	const upstream = makeUpstream();
	expect(await failure(upstream, withData(upstream, 'ext::sh -c touch% x'))).toMatchInlineSnapshot(`
			"git may not fetch from ext::sh -c touch% x: the protocol is not allowed.
			Set MIRROR_DATA_URL to an https://, ssh://, git:// or file:// address."
		`);
});

test('no git on the machine', async () => {
	const upstream = makeUpstream();
	vi.stubEnv('PATH', upstream.root);
	expect(await failure(upstream)).toMatchInlineSnapshot(`
		"git is not installed, or not on PATH.
		Install git 2.30 or later."
	`);
});

test('offline with no clone at hand, or with one of another address', async () => {
	const upstream = makeUpstream();
	expect(await failure(upstream, { offline: true })).toMatchInlineSnapshot(`
		"There is no complete clone of the data repository in <root>/work/upstream/data.git to work on offline.
		Run once without --offline."
	`);
	const { urls, work } = upstream;
	await sync({ urls, work, offline: false });
	expect(await failure(upstream, { ...withData(upstream, 'file:///elsewhere'), offline: true }))
		.toMatchInlineSnapshot(`
			"The clone in <root>/work/upstream/data.git is of file://<root>/data.git, not of file:///elsewhere.
			Run once without --offline."
		`);
});

test('goes on with the clone at hand when the host falls silent in the middle', async () => {
	const upstream = makeUpstream();
	const server = await serveGit();
	const options = {
		urls: { ...upstream.urls, data: server.url(upstream.data) },
		work: upstream.work,
		offline: false,
	};
	const { data } = await sync(options);
	commit(upstream.data, { 'csv/tunes.csv': randomBytes(400_000) });
	server.limit = 20_000;
	const warnings: string[] = [];
	const again = await sync({
		...options,
		silenceMs: 400,
		warn: (message) => void warnings.push(message),
		now: () => Date.parse('2026-05-29T00:00:00Z'),
	});
	expect(again.data).toEqual({ ...data, fetched: 'offline', note: warnings[0] });
	expect(warnings[0]?.replaceAll(server.url(upstream.data), '<url>')).toMatchInlineSnapshot(
		`"No answer from <url>: it fell silent. Going on with the data repository of 2026-05-28, 0 days old."`,
	);
});

test('tries again when the failure looks like it would pass, and only then', async () => {
	const upstream = makeUpstream();
	const passing = fakeGit(upstream, 'fatal: unable to access: Connection reset by peer');
	await failure(upstream, { retryDelays: [1, 1] });
	expect(passing.fetches()).toBe(3);
	vi.unstubAllEnvs();
	const lasting = fakeGit(upstream, 'fatal: could not read Username');
	await failure(upstream, { retryDelays: [1, 1] });
	expect(lasting.fetches()).toBe(1);
});

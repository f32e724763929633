import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { planRefresh, type RefreshState } from '../../src/publish/plan-refresh.ts';
import { readLock } from '../../src/pipeline/sync/upstream-lock.ts';
import { runEntry } from '../pipeline/run.ts';
import { commit, git, makeUpstream, type TestUpstream } from '../pipeline/sync/upstream.ts';
import { fakeGitHub } from './fake-github.ts';

const NOW = Date.parse('2026-07-01T00:00:00Z');
const at = (digit: string) => ({ url: 'file:///x', commit: digit.repeat(40) });
const LOCK = {
	version: 1 as const,
	written: '2026-06-28T00:00:00Z',
	data: at('1'),
	archive: at('2'),
};

function plan(state: Partial<RefreshState>) {
	const { lock, deploy, reason } = planRefresh({
		lock: LOCK,
		newest: { data: at('1'), archive: at('2') },
		live: { data: at('1').commit, archive: at('2').commit },
		asked: undefined,
		now: NOW,
		...state,
	});
	return [lock?.written ?? 'kept', deploy, reason];
}

test('locks and deploys when there is something to, and only then', () => {
	const anew = '2026-07-01T00:00:00Z';
	expect(plan({})).toEqual(['kept', false, 'Nothing has moved.']);
	expect(plan({ live: undefined })).toEqual(['kept', false, 'Nothing has moved.']);
	expect(plan({ lock: undefined })).toEqual([anew, true, 'Nothing was locked yet.']);
	expect(plan({ newest: { data: at('1'), archive: at('3') } })).toEqual([
		anew,
		true,
		'Upstream has moved: archive.',
	]);
	const elsewhere = { ...at('1'), url: 'file:///y' };
	expect(plan({ newest: { data: elsewhere, archive: at('2') } })[2]).toContain('moved: data');
	expect(plan({ asked: 'again' })).toEqual([anew, true, 'Asked for by hand.']);
	expect(plan({ asked: 'code' })).toEqual(['kept', true, 'The code has changed.']);
	expect(plan({ live: 'none' })).toEqual([anew, true, 'There is no live site yet.']);
	expect(plan({ live: { data: at('0').commit, archive: at('2').commit } })[2]).toContain(
		'the last deploy failed',
	);
	expect(plan({ now: NOW + 46 * 86_400_000 })[1]).toBe(false);
	expect(plan({ now: NOW + 47 * 86_400_000 })[2]).toContain('for 50 days');
});

function refresh(upstream: TestUpstream, env: Record<string, string>, ...args: string[]) {
	return runEntry('refresh.ts', args, {
		MIRROR_DATA_URL: upstream.urls.data,
		MIRROR_ARCHIVE_URL: upstream.urls.archive,
		MIRROR_LOCK: lockFile(upstream),
		MIRROR_SITE: '',
		GITHUB_REPOSITORY: '',
		GITHUB_OUTPUT: '',
		...env,
	});
}

const lockFile = ({ root }: TestUpstream) => path.join(root, 'upstream.lock.json');

test('writes what upstream stands at, for a person too', async () => {
	const upstream = makeUpstream();
	expect(await refresh(upstream, {})).toMatchObject({ code: 0 });
	const lock = readLock(lockFile(upstream));
	expect(lock?.data).toEqual({
		url: upstream.urls.data,
		commit: git('-C', upstream.data, 'rev-parse', 'main'),
	});
	const text = readFileSync(lockFile(upstream), 'utf8');
	expect((await refresh(upstream, {})).output).toContain('Nothing has moved.');
	expect(readFileSync(lockFile(upstream), 'utf8')).toBe(text);
	commit(upstream.data, { 'csv/tunes.csv': 'newer' });
	expect((await refresh(upstream, {})).output).toContain('Upstream has moved: data.');
});

test('in Actions commits the lock by the API and starts the deploy', async () => {
	const upstream = makeUpstream();
	const github = await fakeGitHub();
	const { state } = github;
	const output = path.join(upstream.root, 'output');
	const env = { ...github.env, GITHUB_OUTPUT: output };
	const name = 'upstream.lock.json';
	expect(await refresh(upstream, env, '--publish')).toMatchObject({ code: 0 });
	expect(state.commits).toMatchObject([{ path: name }]);
	const first = state.commits[0]?.content ?? '';
	expect(first).toBe(readFileSync(lockFile(upstream), 'utf8'));
	expect(state.dispatches).toEqual(['/actions/workflows/deploy.yml/dispatches main']);
	expect(readFileSync(output, 'utf8')).toBe('locked=true\ndeploy=true\n');

	// The id that git gives to the file is what GitHub compares.
	const sha = execFileSync('git', ['hash-object', lockFile(upstream)], { encoding: 'utf8' }).trim();
	state.files.set(name, sha);
	expect((await refresh(upstream, env, '--publish', '--code')).code).toBe(0);
	expect(state.commits).toHaveLength(1);
	expect(state.dispatches).toHaveLength(2);
	expect((await refresh(upstream, env, '--publish', '--again')).code).toBe(0);
	expect(state.commits).toHaveLength(2);

	state.files.set(name, 'another');
	const late = await refresh(upstream, env, '--publish', '--again');
	expect(late).toMatchObject({ code: 0 });
	expect(late.output).toContain('another run has just locked');
	expect(state.commits).toHaveLength(2);
	expect(state.dispatches).toHaveLength(4);

	state.refuses = 'Repository rule violations found';
	const ruled = await refresh(upstream, env, '--publish', '--again');
	expect(ruled.code).toBe(1);
	expect(ruled.output).toContain('Repository rule violations found');
	expect(ruled.output).toContain('Settings → Rules');
	expect(state.dispatches).toHaveLength(4);
});

test('upstream gone: nothing is written, nothing deployed', async () => {
	const upstream = makeUpstream();
	const github = await fakeGitHub();
	renameSync(upstream.archive, `${upstream.archive}.away`);
	const { code, output } = await refresh(upstream, github.env, '--publish');
	expect(code).toBe(1);
	expect(output).toContain('archive repository at file://');
	expect(output).toContain('The site stays as it is.');
	expect(existsSync(lockFile(upstream))).toBe(false);
	expect(github.state.dispatches).toEqual([]);
});

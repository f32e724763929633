import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ARCHIVE, DATA, writeNextWeek, writeSynth } from '../../scripts/tools/synth/write.ts';
import { readLock } from '../../src/pipeline/sync/upstream-lock.ts';
import type { ChangeHistory } from '../../src/core/changes.ts';
import type { Catalogue } from '../../src/offline/packs/catalogue.ts';
import { runEntry } from '../pipeline/run.ts';
import { commit, git } from '../pipeline/sync/upstream.ts';
import { digestOf, fakeHost, pack, type FakeHost } from './fake-host.ts';

/*
 * Publishing from end to end, in the order of the workflows, on a host of our own: two good weeks, then one
 * with each fault. The old site has to stay up, byte for byte, and somebody has to be told what to do.
 * Every run is on a machine that starts empty, as Actions' are.
 */

vi.setConfig({ testTimeout: 300_000 });

const BASE = '/mirror/';
const ROOT = mkdtempSync(path.join(tmpdir(), 'mirror-rehearsal-'));
const UPSTREAM = path.join(ROOT, 'upstream');
const LOCK = path.join(ROOT, 'upstream.lock.json');
const SYNTH = { scale: 0.004, seed: 8, out: UPSTREAM };
const DATA_GIT = path.join(UPSTREAM, DATA);

let host: FakeHost;
let machines = 0;

beforeAll(async () => {
	mkdirSync(path.join(ROOT, 'host'));
	host = await fakeHost(path.join(ROOT, 'host'), BASE);
	await writeSynth(SYNTH);
});
afterAll(() => {
	host.close();
	rmSync(ROOT, { recursive: true, force: true, maxRetries: 5 });
});

/** An empty machine that knows where upstream and the live site are. */
function machine(disk?: string) {
	const folder = path.join(ROOT, `machine-${++machines}`);
	mkdirSync(folder);
	const env = {
		MIRROR_DATA_URL: `file://${DATA_GIT}`,
		MIRROR_ARCHIVE_URL: `file://${path.join(UPSTREAM, ARCHIVE)}`,
		MIRROR_LOCK: LOCK,
		MIRROR_WORK: path.join(folder, 'work'),
		MIRROR_OUT: path.join(disk ?? folder, 'dist'),
		MIRROR_SITE: host.origin,
		MIRROR_BASE: BASE,
		GITHUB_OUTPUT: '',
		GITHUB_REPOSITORY: '',
	};
	return {
		env,
		dist: env.MIRROR_OUT,
		archive: path.join(folder, 'artifact.tar'),
		run: (entry: string, ...args: string[]) => runEntry(entry, args, env),
		/** Runs a step that must go well; what it said. */
		must: async (entry: string, ...args: string[]): Promise<string> => {
			const { code, output } = await runEntry(entry, args, env);
			expect(code, output).toBe(0);
			return output;
		},
	};
}

/** What a step that failed said to the person who must act. */
function words({ code, output }: { code: number | null; output: string }): string {
	expect(code, output).toBe(1);
	expect(output).not.toContain('    at ');
	return output;
}

/** The whole of a good week, from a clean machine to the live site. */
async function publish() {
	const steps = machine();
	await steps.must('refresh.ts');
	await steps.must('fetch-published.ts');
	const said = await steps.must('mirror.ts', '--locked');
	pack(steps.dist, steps.archive);
	host.deploy(steps.archive);
	await steps.must('await-live.ts', '--minutes', '1');
	return { ...steps, said };
}

/** Of the site that has to stay up. */
let live = '';
/** A machine with a whole site that is not the live one. */
let other: Awaited<ReturnType<typeof publish>>;

test('a first week: from nothing to a live site', async () => {
	other = await publish();
	const { dist, said } = other;
	const lock = readLock(LOCK);
	expect(lock?.data.commit).toBe(git('-C', DATA_GIT, 'rev-parse', 'main'));
	expect(said).toContain(`at ${lock?.data.commit.slice(0, 10)}`);
	expect(host.digest()).toBe(digestOf(dist));
	expect((await fetch(`${host.url}.well-known/tdmrep.json`)).status).toBe(200);
	const { output } = await machine().run('refresh.ts');
	expect(output).toContain('deploy=false');
});

test('the next week: the lock moves, devices get patches, the changes are told', async () => {
	const first = await catalogue();
	await writeNextWeek(SYNTH);
	const before = readLock(LOCK);
	const { dist } = await publish();
	expect(readLock(LOCK)?.data.commit).not.toBe(before?.data.commit);
	expect(host.digest()).toBe(digestOf(dist));
	const second = await catalogue();
	const changed = second.bundles.filter(({ patches }) => patches.length > 0);
	expect(changed.length).toBeGreaterThan(0);
	for (const { id, patches } of changed) {
		const old = first.bundles.find((bundle) => bundle.id === id);
		expect(patches.map(({ from }) => from)).toContain(old?.version);
	}
	const { deploys } = (await (
		await fetch(`${host.url}changes/index.json`)
	).json()) as ChangeHistory;
	expect(deploys).toHaveLength(1);
	expect((await fetch(`${host.url}changes/${deploys[0]?.name}.json`)).status).toBe(200);
	live = host.digest();
});

async function catalogue(): Promise<Catalogue> {
	return (await (await fetch(`${host.url}packs/catalogue.json`)).json()) as Catalogue;
}

/** Whatever a test does to the world is undone, so that faults do not add up. */
const saved = path.join(ROOT, 'saved.lock.json');
let head = '';
beforeEach(() => {
	if (existsSync(LOCK)) copyFileSync(LOCK, saved);
	head = git('-C', DATA_GIT, 'rev-parse', 'main');
});
afterEach(({ task }) => {
	if (!task.name.startsWith('fault')) return;
	host.mood = 'well';
	git('-C', DATA_GIT, 'update-ref', 'refs/heads/main', head);
	copyFileSync(saved, LOCK);
	expect(host.digest()).toBe(live);
});

test('fault: upstream is gone', async () => {
	renameSync(DATA_GIT, `${DATA_GIT}.away`);
	const said = words(await machine().run('refresh.ts'));
	renameSync(`${DATA_GIT}.away`, DATA_GIT);
	expect(said).toContain('does not answer');
	expect(said).toContain('The site stays as it is.');
});

test('fault: upstream has rewritten its history since it was locked', async () => {
	const lock = readFileSync(LOCK, 'utf8');
	const gone = readLock(LOCK)?.data.commit ?? '';
	writeFileSync(LOCK, lock.replace(gone, 'f'.repeat(40)));
	const said = words(await machine().run('mirror.ts', '--locked'));
	expect(said).toContain('does not hand out the commit that the lock names');
	expect(said).toContain('npm run refresh');
});

test('fault: a table of upstream is garbled', async () => {
	commit(DATA_GIT, { 'csv/tunes.csv': '<html>502 Bad Gateway</html>\n' });
	const { must, run, dist } = machine();
	await must('refresh.ts');
	await must('fetch-published.ts');
	const said = words(await run('mirror.ts', '--locked'));
	expect(said).toContain('table tunes is missing');
	expect(said).toContain('"accept-shrink" ticked');
	expect(existsSync(path.join(dist, 'index.html'))).toBe(false);
});

test('fault: a table is cut off at the end of a row', async () => {
	const rows = git('-C', DATA_GIT, 'show', 'main:csv/sets.csv').split('\n');
	const fewer = rows.slice(0, Math.ceil(rows.length * 0.7));
	commit(DATA_GIT, { 'csv/sets.csv': `${fewer.join('\n')}\n` });
	const { must, run } = machine();
	await must('refresh.ts');
	await must('fetch-published.ts');
	const said = words(await run('mirror.ts', '--locked'));
	expect(said).toMatch(/sets: (it looks cut off|a part is missing)/);
	expect(said).toContain('"accept-shrink" ticked');
});

test('fault: half of the artifact arrives', async () => {
	const { run, archive } = other;
	truncateSync(archive, 200_000);
	expect(() => host.deploy(archive)).toThrow('not whole');
	const said = words(await run('await-live.ts', '--minutes', '0'));
	expect(said).toContain('is still not the site that was deployed');
});

test('fault: the host says it is published and serves the old one (the same commit twice)', async () => {
	const { run, dist, archive } = other;
	pack(dist, archive);
	host.mood = 'stuck';
	host.deploy(archive);
	const said = words(await run('await-live.ts', '--minutes', '0'));
	expect(said).toContain('run the workflow Refresh by hand');
});

test('fault: the live site is down when its files are wanted', async () => {
	host.mood = 'down';
	const said = words(await machine().run('fetch-published.ts'));
	expect(said).toContain('The live site cannot be read');
	expect(said).toContain('--allow-none');
});

test('fault: the disk is full', async ({ skip }) => {
	const disk = path.join(ROOT, 'disk');
	mkdirSync(disk);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk], { stdio: 'ignore' });
	} catch {
		return skip('only root may make a small disk');
	}
	try {
		const { must, run, dist } = machine(disk);
		await must('fetch-published.ts');
		const last = digestOf(dist);
		const said = words(await run('mirror.ts', '--locked'));
		expect(said).toContain('The disk is full');
		expect(digestOf(dist)).toBe(last);
	} finally {
		execFileSync('umount', [disk]);
	}
});

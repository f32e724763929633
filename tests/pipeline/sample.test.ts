import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeasuredSite } from '../../src/pipeline/build/fit/fit-site.ts';
import { sameTree } from '../../scripts/tools/bench/same-tree.ts';
import { silent } from '../../src/cli/progress.ts';
import { buildSite } from '../../src/pipeline/build/build.ts';
import { readConfig } from '../../src/config.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { fitFile } from '../../src/store/fit-file.ts';
import { runEntry, type Finished } from './run.ts';

/** The sample mirrored for real, end to end. Golden files are rewritten by `npm run golden`. */

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-sample-'));
const place = (name: string) => ({
	MIRROR_WORK: path.join(folder, name, 'work'),
	MIRROR_OUT: path.join(folder, name, 'dist'),
});
const page = (site: string, file: string): string =>
	readFileSync(path.join(folder, site, 'dist', file), 'utf8');

let first: Finished;

beforeAll(async () => {
	first = await runEntry('sample.ts', [], place('first'));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the sample is mirrored, verified and published', () => {
	expect(first.output).toContain('verify: ');
	expect(first.code).toBe(0);
	expect(existsSync(path.join(folder, 'first', 'dist.next'))).toBe(false);
});

test('a site that cannot fit is published all the same, and says what yields', async () => {
	const where = place('small');
	// As anybody's mirror, whose quality warns: what yields makes /about and with it the shell larger.
	const source = (name: string): string =>
		pathToFileURL(path.join(place('first').MIRROR_WORK, `sample/source/${name}.git`)).href;
	const run = await runEntry('mirror.ts', [], {
		...where,
		MIRROR_DATA_URL: source('TheSession-data'),
		MIRROR_ARCHIVE_URL: source('TheSession-archive'),
		MIRROR_SITE_LIMIT: '5',
	});
	expect(run.code).toBe(0);
	expect(run.output).toMatch(/yields: JSON lists .* nothing is left to yield/);
	const { yields } = JSON.parse(page('small', 'build.json')) as { yields: string[] };
	expect(yields.map((says) => /JSON|packs|Search|threads/.exec(says)?.[0])).toEqual([
		...['JSON', 'JSON', 'JSON'],
		...['packs', 'packs', 'packs', 'packs'],
		...['Search', 'threads'],
	]);
	for (const says of yields) expect(page('small', 'about.html')).toContain(says);
	expect(existsSync(path.join(where.MIRROR_OUT, 'sessions/11.json'))).toBe(false);
	expect(page('small', 'packs/catalogue.json')).toContain('tunes/popular');
}, 300_000);

test('the size that was estimated is the size that came', () => {
	const file = path.join(place('first').MIRROR_WORK, 'sample/report.json');
	const { stages } = JSON.parse(readFileSync(file, 'utf8')) as {
		stages: { stage: string; result?: { fit?: MeasuredSite } }[];
	};
	const fit = stages.find(({ stage }) => stage === 'export')?.result?.fit;
	for (const part of [...KINDS, 'members', 'lists'] as const) {
		const { estimated, measured } = fit?.parts ?? {};
		expect(Math.abs((estimated?.[part] ?? 0) / (measured?.[part] ?? 1) - 1), part).toBeLessThan(
			0.05,
		);
	}
});

test('counts are as reviewed', async () => {
	const facts = JSON.parse(page('first', 'build.json')) as object;
	await expect(`${JSON.stringify(facts, null, '\t')}\n`).toMatchFileSnapshot(
		'../golden/build.json',
	);
});

describe('pages are as reviewed', () => {
	test.each([
		['tunes/7.html'],
		['tunes/198.html'],
		['recordings/21.html'],
		['sessions/11.html'],
		['events/40.html'],
		['events/40.ics'],
		['discussions/81.html'],
		['tunes/types/slip-jig.html'],
	])('%s', async (file) => {
		await expect(withoutHashes(page('first', file))).toMatchFileSnapshot(`../golden/${file}`);
	});
});

/** Names of built scripts and styles carry a digest of their content. */
function withoutHashes(html: string): string {
	return html.replaceAll(/(\/_astro\/)[\w-]{8}\.(css|js)/g, '$1HASH.$2');
}

test('a second run restores every page and changes no byte', { timeout: 300_000 }, async () => {
	const before = path.join(folder, 'first', 'dist');
	const fresh = await runEntry('sample.ts', [], place('second'));
	expect(fresh.code).toBe(0);
	expect(sameTree(before, path.join(folder, 'second', 'dist'))).toMatchObject({
		onlyInOne: [],
		different: [],
	});
	const again = await runEntry('sample.ts', [], place('second'));
	expect(again.code).toBe(0);
	expect(again.output).toMatch(/ingest: read 0 new rows and 0 new pages/);
	expect(sameTree(before, path.join(folder, 'second', 'dist'))).toMatchObject({
		onlyInOne: [],
		different: [],
	});
});

test('pages in folders of their own make a whole site', { timeout: 300_000 }, async () => {
	const { MIRROR_WORK, MIRROR_OUT } = place('sharded');
	const work = path.join(MIRROR_WORK, 'sample');
	cpSync(path.join(place('first').MIRROR_WORK, 'sample'), work, { recursive: true });
	const plan = { shardBelow: { tunes: 150, discussions: 5000 }, shardsMembers: true };
	writeFileSync(fitFile(work), JSON.stringify(plan));
	const base = { MIRROR_BASE: '/session-mirror/' };
	const config = readConfig({ ...base, MIRROR_WORK: work, MIRROR_OUT });
	await buildSite(config, 0, silent);
	const run = await runEntry('sample.ts', ['--only', 'index,export,verify'], {
		...base,
		MIRROR_WORK,
		MIRROR_OUT,
	});
	expect(run.output).toContain('verify: ');
	expect(run.code).toBe(0);
	for (const name of ['tunes/7', 'discussions/81', 'members/bodhran-ben'])
		expect(existsSync(path.join(MIRROR_OUT, `${name}.html`)), name).toBe(false);
	expect(page('sharded', 'discussions/81/index.html')).toContain('href=/session-mirror/about');
	expect(page('sharded', 'tunes/198.html')).toContain('href=../about');
});

test(
	'a base path and a few sections alone make a whole site too',
	{ timeout: 300_000 },
	async () => {
		const run = await runEntry('sample.ts', ['--sections', 'tunes,sessions'], {
			...place('part'),
			MIRROR_BASE: '/session-mirror/',
			MIRROR_SITE: 'https://mirror.example',
		});
		expect(run.output).toContain('verify: ');
		expect(run.code).toBe(0);
		expect(existsSync(path.join(folder, 'part', 'dist/tunes/7.html'))).toBe(true);
		expect(existsSync(path.join(folder, 'part', 'dist/recordings'))).toBe(false);
	},
);

test(
	'a site that verify refuses does not replace the last good one',
	{ timeout: 300_000 },
	async () => {
		const { MIRROR_WORK, MIRROR_OUT } = place('first');
		rmSync(path.join(MIRROR_OUT, 'tunes/7.html'));
		const run = await runEntry('sample.ts', ['--only', 'verify'], { MIRROR_WORK, MIRROR_OUT });
		expect(run.code).toBe(1);
		expect(run.output).toContain('tunes/7');
	},
);

test('wrong usage is told in one message', async () => {
	const run = await runEntry('mirror.ts', ['--only', 'sing'], place('usage'));
	expect(run).toMatchInlineSnapshot(`
		{
		  "code": 2,
		  "output": "error: There is no stage "sing".
		The stages are sync, ingest, build, index, export, verify.
		",
		}
	`);
});

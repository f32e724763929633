import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { examine } from '../../../src/pipeline/doctor/examine.ts';
import type { Finding } from '../../../src/pipeline/doctor/finding.ts';
import {
	lookAtDisk,
	lookAtGit,
	lookAtMemory,
	lookAtNode,
} from '../../../src/pipeline/doctor/machine.ts';
import { findingText, verdictText } from '../../../src/pipeline/doctor/text.ts';
import { markLicencesRead, noteLicences } from '../../../src/pipeline/sync/licence-texts.ts';
import { sync } from '../../../src/pipeline/sync/sync.ts';
import { commit, makeUpstream, type TestUpstream } from '../sync/upstream.ts';

/** What the doctor says of one subject, in a work folder of its own. */
async function examined(
	{ urls, work, root }: TestUpstream,
	subject: string,
	offline = false,
): Promise<Finding[]> {
	const config = readConfig({
		MIRROR_DATA_URL: urls.data,
		MIRROR_ARCHIVE_URL: urls.archive,
		MIRROR_WORK: work,
		MIRROR_OUT: path.join(root, 'dist'),
	});
	return (await examine(config, { offline })).filter(({ what }) => what === subject);
}

const levels = (findings: Finding[]): string[] => findings.map(({ level }) => level);

function synced({ urls, work }: TestUpstream) {
	return sync({ urls, work, offline: false, retryDelays: [], warn: () => undefined });
}

function writeReport(work: string, report: object | string): void {
	mkdirSync(work, { recursive: true });
	const text = typeof report === 'string' ? report : JSON.stringify(report);
	writeFileSync(path.join(work, 'report.json'), text);
}

test('a machine that lacks something is told what to do', () => {
	expect(lookAtNode('20.1.0')).toMatchObject({
		level: 'fault',
		next: 'Run `npm ci`, which brings it.',
	});
	expect(lookAtNode()).toMatchObject({ level: 'good' });
	expect(lookAtGit(() => 'git version 2.29.1')).toMatchObject({ level: 'fault' });
	expect(lookAtGit(() => 'git version 3.0')).toMatchObject({ level: 'good' });
	expect(
		lookAtGit(() => {
			throw new Error('ENOENT');
		}),
	).toMatchObject({ level: 'fault' });
	expect(lookAtMemory(1e9)).toMatchObject({ level: 'warning' });
});

test('what two folders need of one disk is added up', () => {
	const needs = [
		{ folder: '/', bytes: 6e9 },
		{ folder: '/tmp', bytes: 5e9 },
	];
	const one = lookAtDisk(needs, () => ({ disk: 1, free: 10e9 }));
	expect(levels(one)).toEqual(['fault']);
	const two = lookAtDisk(needs, (folder) => ({ disk: folder, free: 10e9 }));
	expect(levels(two)).toEqual(['good', 'good']);
});

test('an upstream that does not answer is a fault, and only a warning beside a clone', async () => {
	const upstream = makeUpstream();
	expect(levels(await examined(upstream, 'data'))).toEqual(['good', 'good']);
	await synced(upstream);
	const gone = { ...upstream, urls: { ...upstream.urls, data: 'file:///nowhere.git' } };
	expect(levels(await examined(gone, 'data'))).toEqual(['warning', 'fault']);
	expect(await examined(upstream, 'archive', true)).toHaveLength(1);
});

test('a licence text that changed is told until somebody has read it', async () => {
	const upstream = makeUpstream();
	commit(upstream.data, { 'csv/tunes.csv': '1', 'LICENSE.md': 'one', 'README.md': 'a' });
	expect(await noteLicences(upstream.work, await synced(upstream))).toEqual([]);
	commit(upstream.data, { 'csv/tunes.csv': '2', 'LICENSE.md': 'one', 'README.md': 'b' });
	expect(await noteLicences(upstream.work, await synced(upstream))).toEqual([]);
	commit(upstream.data, { 'csv/tunes.csv': '2', 'LICENSE.md': 'two', 'README.md': 'b' });
	expect(await noteLicences(upstream.work, await synced(upstream))).toEqual(['data']);
	const [data] = await examined(upstream, 'licence', true);
	expect(data).toMatchObject({
		level: 'warning',
		text: expect.stringContaining('LICENSE.md') as string,
	});
	expect(await noteLicences(upstream.work, await synced(upstream))).toEqual([]);
	expect(levels(await examined(upstream, 'licence', true))).toEqual(['warning', 'good']);
	markLicencesRead(upstream.work);
	expect(levels(await examined(upstream, 'licence', true))).toEqual(['good', 'good']);
});

test('after a run that failed it says what to do', async () => {
	const upstream = makeUpstream();
	const stage = { stage: 'verify', milliseconds: 10, peakBytes: 1, peakSumBytes: 1 };
	writeReport(upstream.work, {
		stages: [{ ...stage, error: 'MirrorError: It is not fit.\nmembers/x', next: 'Run it again.' }],
	});
	const [failed] = await examined(upstream, 'last run', true);
	expect(failed && findingText(failed)).toMatchInlineSnapshot(`
		"FAIL  last run  verify failed after 10 ms: MirrorError: It is not fit.
		                → Run it again."
	`);
	writeReport(upstream.work, { stages: [{ ...stage, result: {} }] });
	expect(levels(await examined(upstream, 'last run', true))).toEqual(['good']);
	writeReport(upstream.work, '{ cut');
	expect(levels(await examined(upstream, 'last run', true))).toEqual(['warning']);
});

test('a run that holds the work folder is a fault, one that has died is not', async () => {
	const upstream = makeUpstream();
	mkdirSync(upstream.work, { recursive: true });
	const lock = path.join(upstream.work, 'lock');
	writeFileSync(lock, JSON.stringify({ pid: process.pid }));
	expect(levels(await examined(upstream, 'lock', true))).toEqual(['fault']);
	writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1 }));
	expect(levels(await examined(upstream, 'lock', true))).toEqual(['warning']);
});

test('the last line says whether a run can begin', () => {
	const finding = { what: 'x', text: 'y' };
	expect(verdictText([{ ...finding, level: 'warning' }])).toBe('A run can begin, 1 warning.');
	expect(verdictText([{ ...finding, level: 'fault' }])).toBe('1 fault to fix first, 0 warnings.');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runEntry } from '../../run.ts';
import { filesWith } from './published-text.ts';
import { answersWith } from './served-answers.ts';

// The sample published as it is, and then without a tune and a member: what was published last is what
// the next site is made from.

const folder = mkdtempSync(path.join(tmpdir(), 'mirror-suppressed-'));
const place = {
	MIRROR_WORK: path.join(folder, 'work'),
	MIRROR_OUT: path.join(folder, 'dist'),
	MIRROR_SUPPRESS: path.join(folder, 'suppress.json'),
	MIRROR_PACKS: 'all',
	MIRROR_API: 'all',
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tune 27 by its name, as a word and as its stem, and a member by name and address. */
const NAMES = /mussel|wexbridg/i;
/** What finds them without saying them. */
const BEGINNINGS = ['mus', 'wexb'];

function suppress(list: object): void {
	writeFileSync(place.MIRROR_SUPPRESS, JSON.stringify(list));
}

async function ran(...entry: Parameters<typeof runEntry>): Promise<void> {
	const { code, output } = await runEntry(...entry);
	expect(code, output).toBe(0);
}

test('a suppressed tune and member are in nothing that is published', async () => {
	suppress({});
	await ran('sample.ts', [], place);
	const before = await filesWith(place.MIRROR_OUT, NAMES);
	expect(before).toEqual(
		expect.arrayContaining([
			'members/wexbridge.html',
			'members/wexbridge.json',
			'tunes/27.html',
			'tunes/27.json',
			'tunes/popular.json',
			'tunes/xml/27.xml',
		]),
	);
	for (const part of [
		/^packs\/tunes-/,
		/^packs\/discussions-/,
		/^pagefind\/.*pf_index/,
		/^names\//,
	])
		expect(before).toContainEqual(expect.stringMatching(part));

	const site = { dir: place.MIRROR_OUT, work: path.join(place.MIRROR_WORK, 'sample') };
	expect(await answersWith(site, NAMES, BEGINNINGS)).toEqual(
		expect.arrayContaining([
			'/tunes/27?format=json',
			'/members/wexbridge?format=json&perpage=50',
			'/tunes/search?q=mus&format=json&perpage=50',
			'/tunes/popular?format=xml&perpage=50',
		]),
	);

	suppress({ tunes: [27], members: ['wexbridge'], recordings: [9999] });
	const stale = await runEntry('sample.ts', ['--only', 'index'], place);
	expect(stale.code).toBe(1);
	expect(stale.output).toContain('--from ingest');

	const run = await runEntry('sample.ts', ['--accept-shrink'], place);
	expect(run.output).toContain('suppressed: 1 tunes');
	expect(run.output).toContain('recordings 9999');
	expect(run.output).toContain('comments: discussions/33#comment9026, discussions/215#comment9161');
	expect(run.output).not.toMatch(NAMES);

	suppress({
		tunes: [27],
		members: ['wexbridge'],
		comments: ['discussions/33#comment9026', '/discussions/215#comment9161'],
	});
	await ran('sample.ts', ['--accept-shrink'], place);
	expect(await filesWith(place.MIRROR_OUT, NAMES)).toEqual([]);
	expect(await answersWith(site, NAMES, BEGINNINGS)).toEqual([]);

	const work = { ...place, MIRROR_WORK: path.join(place.MIRROR_WORK, 'sample') };
	const dumps = path.join(folder, 'dumps');
	await ran('dumps.ts', ['--out', dumps], work);
	expect(await filesWith(dumps, /lamplight/i)).not.toEqual([]);
	expect(await filesWith(dumps, NAMES)).toEqual([]);
}, 600_000);

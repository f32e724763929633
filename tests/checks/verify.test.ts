import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportText } from '../../scripts/checks/report.ts';
import { verify } from '../../scripts/checks/verify.ts';
import { shardPages } from '../../scripts/mirror/shard-pages.ts';
import { PAGE_FAULTS } from './page-faults.ts';
import { SITE_FAULTS } from './site-faults.ts';
import { issuesOf, makeSite } from './site.ts';

test('a site without a fault passes', async () => {
	const result = await makeSite().verify();
	expect(issuesOf(result)).toEqual([]);
	expect(result).toMatchObject({ passed: true, pages: 12, files: 23 });
	expect(result.kinds['html']).toMatchObject({ files: 12 });
	expect(reportText(result)).toContain('No issue found.');
});

test.each([...PAGE_FAULTS, ...SITE_FAULTS])(
	'$fault is caught',
	async ({ make, limits, issues }) => {
		const site = makeSite();
		make(site);
		const result = await site.verify(limits);
		expect(issuesOf(result).sort()).toEqual(issues);
		expect(result.passed).toBe(false);
	},
);

test('a site with pages in folders of their own passes', async () => {
	const site = makeSite();
	const plan = {
		shardBelow: { tunes: 5000, sessions: 5000, discussions: 5000 },
		shardsMembers: true,
	};
	expect(shardPages(site.folder, plan)).toBe(5);
	for (const file of ['tunes/1', 'tunes/2'])
		expect(readFileSync(path.join(site.folder, file, 'index.html'), 'utf8')).not.toBe('');
	// Hosts serve such a page with a slash or without.
	expect(issuesOf(await site.verify())).toEqual([
		'dead-link: members/ann/index.html: ../tunes/1#comment21 leads nowhere',
	]);
	site.edit('members/ann/index.html', '../tunes/1#', '/session-mirror/tunes/1#');
	expect(issuesOf(await site.verify())).toEqual([]);
	site.write('tunes/1.html', readFileSync(path.join(site.folder, 'tunes/1/index.html'), 'utf8'));
	expect(issuesOf(await site.verify())).toContain(
		'things-and-pages: tunes/1/index.html: is the second page of its address',
	);
});

test('a check shows its first ten issues and counts the others', async () => {
	const site = makeSite();
	for (let n = 0; n < 14; n++)
		site.edit('tunes/1.html', '</main>', `<a href="/session-mirror/gone/${n + 10}">x</a></main>`);
	const result = await site.verify();
	expect(reportText(result).split('\n').slice(1)).toMatchInlineSnapshot(`
		[
		  "14 issues found by 1 check:",
		  "",
		  "dead-link (14): Make addresses with src/domain/addresses.ts and link only to things that are there.",
		  "  tunes/1.html: /session-mirror/gone/10 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/11 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/12 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/13 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/14 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/15 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/16 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/17 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/18 leads nowhere",
		  "  tunes/1.html: /session-mirror/gone/19 leads nowhere",
		  "  … and 4 more",
		]
	`);
});

test('no site is one clear message', async () => {
	const { folder, store } = makeSite();
	const gone = path.join(folder, 'gone');
	await expect(verify({ ...WHERE, site: gone, store })).rejects.toThrow(/^There is no site in /);
});

test('a site without pages does not pass', async () => {
	const { folder, store } = makeSite();
	const empty = path.join(folder, 'empty');
	mkdirSync(empty);
	expect(issuesOf(await verify({ ...WHERE, site: empty, store }))).toContain(
		'things-and-pages: tunes/1.html: is in the store and has no page',
	);
});

const WHERE = { base: '/', siteOrigin: 'https://mirror.example', jobs: 1 };

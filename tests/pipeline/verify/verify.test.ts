import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportText, warningText } from '../../../src/pipeline/verify/report.ts';
import { verify } from '../../../src/pipeline/verify/verify.ts';
import { shardPages } from '../../../src/pipeline/build/shard-pages.ts';
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
	async ({ make, limits, issues, isTold = false }) => {
		const site = makeSite();
		make(site);
		const result = await site.verify(limits);
		expect(issuesOf(result).sort()).toEqual(issues);
		expect(result.passed).toBe(isTold);
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

test('a limit of quality stops a strict run only, and is told with the figure of the run before', async () => {
	const limits = { tuneGzip: 100 };
	const strict = await makeSite().verify(limits);
	expect(strict).toMatchObject({ passed: false, warnings: [] });
	const name = 'median tune page (gzip)';
	const measured = strict.figures[name] ?? 0;
	expect(measured).toBeGreaterThan(100);
	const real = await makeSite().verify(limits, { strict: false, before: { [name]: 99 } });
	expect(real).toMatchObject({ passed: true, issues: [] });
	expect(real.warnings.map(warningText)).toEqual([
		expect.stringMatching(
			new RegExp(
				`^tune-budget \\(1\\): .*\n  tunes/\\d.html: ${measured} B gzip, more than 100 B; 99 B in the run before$`,
			),
		),
	]);
});

test('links that members wrote are told apart from ours', async () => {
	const site = makeSite();
	const said = '<p><a href="/session-mirror/tunes/9">9</a> <a href="#comment99">there</a>';
	const byline = '<p><a href="/session-mirror/members/bo">Bo</a> <a href="#comment21">2026</a>';
	const comment = `<ol><li id="comment21">${said}${byline}</ol></section><a href="2#setting9">on</a>`;
	site.edit('tunes/1.html', '<div id="comment21"></div>', `<section id=comments>${comment}`);
	site.edit(
		'recordings/1.html',
		'</main>',
		'<a href="https://mirror.example/session-mirror/x">w</a></main>',
	);
	const { issues, warnings } = await site.verify();
	expect(issuesOf({ issues, warnings: [] })).toEqual([
		'broken-anchor: tunes/1.html: #setting9 is not on tunes/2.html',
		'dead-link: tunes/1.html: /session-mirror/members/bo leads nowhere',
	]);
	expect(issuesOf({ issues: [], warnings })).toEqual([
		"member's-link: recordings/1.html: https://mirror.example/session-mirror/x leads nowhere",
		"member's-link: tunes/1.html: #comment99 is not on the page",
		"member's-link: tunes/1.html: /session-mirror/tunes/9 leads nowhere",
	]);
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
		  "dead-link (14): Make addresses with src/core/addresses.ts and link only to things that are there.",
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

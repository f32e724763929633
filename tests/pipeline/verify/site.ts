import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Limits } from '../../../src/pipeline/verify/base/limits.ts';
import type { VerifyOptions, VerifyResult } from '../../../src/pipeline/verify/verify.ts';
import { verify } from '../../../src/pipeline/verify/verify.ts';
import { headersFile } from '../../../src/pipeline/export/hosts/headers-file.ts';
import { search } from '../../../src/core/addresses.ts';
import { robotsText } from '../../../src/core/robots.ts';
import { securityPolicy } from '../../../src/core/security-policy.ts';
import { tdmRules } from '../../../src/core/tdm-reservation.ts';
import type { StoreFacts } from '../../../src/store/facts.ts';

const ORIGIN = 'https://mirror.example';
const BASE = '/session-mirror/';

/** A small site without a fault, and the store it would be built from. */
export function makeSite(): TestSite {
	const root = mkdtempSync(path.join(tmpdir(), 'mirror-checks-'));
	onTestFinished(() => rmSync(root, { recursive: true, force: true }));
	const folder = path.join(root, 'site');
	const store = path.join(root, 'store.sqlite');
	const site: TestSite = {
		folder,
		store,
		write(file, content) {
			const target = path.join(folder, file);
			mkdirSync(path.dirname(target), { recursive: true });
			writeFileSync(target, content);
		},
		edit(file, from, to) {
			const before = readFileSync(path.join(folder, file), 'utf8');
			const after = before.replace(from, () => to);
			if (after === before) throw new Error(`${file} has no ${from.slice(0, 40)}`);
			site.write(file, after);
		},
		remove: (file) => rmSync(path.join(folder, file)),
		change(sql) {
			using database = new DatabaseSync(store);
			database.exec(sql);
		},
		verify: (limits = {}, options = { strict: true }) =>
			verify({ site: folder, base: BASE, siteOrigin: ORIGIN, store, jobs: 2, limits, ...options }),
	};
	writeStore(store);
	for (const [file, content] of Object.entries(FILES)) site.write(file, content);
	site.write('_headers', headersFile(Object.keys(FILES), { origin: ORIGIN, base: BASE }));
	return site;
}

export interface TestSite {
	folder: string;
	store: string;
	write: (file: string, content: string | Buffer) => void;
	/** Replaces the first `from`. */
	edit: (file: string, from: string, to: string) => void;
	remove: (file: string) => void;
	/** Runs SQL on the store. */
	change: (sql: string) => void;
	/** Strictly, unless it is said otherwise. */
	verify: (
		limits?: Partial<Limits>,
		options?: Pick<VerifyOptions, 'strict' | 'before'>,
	) => Promise<VerifyResult>;
}

/** Each issue and warning as `check: file: what`. */
export function issuesOf({
	issues,
	warnings,
}: Pick<VerifyResult, 'issues' | 'warnings'>): string[] {
	return [...issues, ...warnings].flatMap(({ check, first }) =>
		first.map(({ file, what }) => `${check}: ${file}: ${what}`),
	);
}

const UPSTREAM = { commit: '0'.repeat(40), date: '2026-11-01T00:00:00Z' };

const FACTS: StoreFacts = {
	schema: 3,
	verdict: 'good',
	upstream: { data: UPSTREAM, archive: UPSTREAM },
	sections: ['tunes', 'recordings', 'sessions', 'events', 'discussions'],
	counts: {
		tunes: 2,
		settings: 2,
		aliases: 0,
		recordings: 1,
		artists: 0,
		sessions: 1,
		events: 1,
		discussions: 1,
		comments: 2,
		sets: 0,
		members: 1,
	},
	tables: {},
	archive: {},
};

function writeStore(file: string): void {
	using database = new DatabaseSync(file);
	const schema = new URL('../../../src/store/schema.sql', import.meta.url);
	database.exec(readFileSync(schema, 'utf8'));
	database.exec(`
		INSERT INTO member (id, slug, name, sort, letter) VALUES (1, 'ann', 'Ann', 'ann', 'a');
		INSERT INTO tune VALUES
			(1, 'The Heron', 'Heron, The', 'heron', 'h', 'reel', NULL, NULL, 0, 1, 0, 0, 1, NULL, 'csv'),
			(2, 'Nettles', 'Nettles', 'nettles', 'n', 'jig', NULL, NULL, 0, 1, 0, 0, 0, NULL, 'csv');
		INSERT INTO setting VALUES
			(11, 1, 1, '4/4', 'Gmajor', 'GABc', 1, NULL, 'csv'),
			(12, 2, 1, '6/8', 'Gmajor', 'GAB', 1, NULL, 'csv');
		INSERT INTO drawing VALUES
			(11, '<path/>', 600, 100, NULL, NULL, 1, '67 69'),
			(12, '<path/>', 600, 100, NULL, NULL, 1, '67 69');
		INSERT INTO recording VALUES (1, 'Low Tide', 'low tide', 'l', NULL, 0, 1, NULL, 0, 'csv');
		INSERT INTO session (id, name, sort, comments, source) VALUES (1, 'The Lantern', 'lantern', 0, 'csv');
		INSERT INTO event (id, name, sort, comments, source) VALUES (1, 'A Concert', 'concert', 0, 'csv');
		INSERT INTO discussion (id, name, sort, comments, source) VALUES (1, 'Rosin', 'rosin', 1, 'archive');
		INSERT INTO comment VALUES
			('tunes', 1, 21, 1, NULL, '<p>Fine.</p>', 1, NULL),
			('discussions', 1, 22, 1, NULL, '<p>Which?</p>', 1, NULL);
	`);
	database.prepare(`INSERT INTO meta VALUES ('facts', ?)`).run(JSON.stringify(FACTS));
}

/** A page with all its marks and, unless it is at an address of its own, the common policy. */
export function page(title: string, main = '', at = ''): string {
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8">
		<meta http-equiv="Content-Security-Policy" content="${securityPolicy(at)}">
		<title>${title}</title>
		<meta name="robots" content="noarchive, noai, noimageai">
		<meta name="tdm-reservation" content="1">
		<link rel="canonical" href="https://thesession.org/">
		<link rel="license" href="/session-mirror/licence">
		<link rel="stylesheet" href="/session-mirror/site.css">
		<script type="application/ld+json">{"name":"${title}"}</script>
		<script type="module" src="/session-mirror/site.js"></script>
	</head>
	<body>
		<a href="#main">Skip</a>
		<main id="main"><h1>${title}</h1>${main}</main>
		<footer>An unofficial mirror of <a href="https://thesession.org">thesession.org</a></footer>
	</body>
</html>
`;
}

const PAGES: Record<string, string> = {
	'index.html': page('Home', '<a href="/session-mirror/tunes/">Tunes</a> <a href="tunes/1">1</a>'),
	'licence.html': page('Licence', '<a href="/session-mirror/">Home</a> <a href="#top">Top</a>'),
	'tunes/index.html': page('Tunes', '<a href="1#setting11">The Heron</a>'),
	'tunes/1.html': page(
		'The Heron',
		'<div id="setting11"><svg class=staff></svg></div><div id="comment21"></div><a href="#comment21">#</a>',
	),
	'tunes/2.html': page('Nettles', '<div id="setting12"><svg class=staff></svg></div>'),
	'recordings/1.html': page('Low Tide', '<a href="/session-mirror/tunes/2#setting12">Nettles</a>'),
	'sessions/1.html': page('The Lantern'),
	'events/1.html': page('A Concert', '<a href="/session-mirror/events/1.ics">Calendar</a>'),
	'discussions/1.html': page('Rosin', '<div id="comment22"></div>'),
	'members/ann.html': page('Ann', '<a href="../tunes/1#comment21">A comment</a>'),
};

const TERMS = `${ORIGIN}${BASE}licence#mining`;

const FILES: Record<string, string> = {
	...PAGES,
	'404.html': page('Not found'),
	'search.html': page('Search', '', search()).replace('noarchive', 'noindex, noarchive'),
	'site.css': 'body { margin: 0 }',
	'site.js': 'import"./part.js";import("./later.js");',
	'part.js': 'export{}',
	'later.js': `/* ${'unlike '.repeat(2000)} */`,
	'events/1.ics': 'BEGIN:VCALENDAR',
	'robots.txt': robotsText(`${ORIGIN}${BASE}sitemap-index.xml`, TERMS),
	'.well-known/tdmrep.json': JSON.stringify(tdmRules(BASE, TERMS)),
	'build.json': JSON.stringify(FACTS, null, '\t'),
	'sitemap-index.xml': `<sitemapindex><sitemap><loc>${ORIGIN}${BASE}sitemap-0.xml</loc></sitemap></sitemapindex>`,
	'sitemap-0.xml': `<urlset>${Object.keys(PAGES)
		.map((file) => `<url><loc>${ORIGIN}${BASE}${address(file)}</loc></url>`)
		.join('')}</urlset>`,
};

function address(file: string): string {
	return file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
}

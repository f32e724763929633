import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { publishChanges } from '../../../src/pipeline/diff/publish-changes.ts';
import { CHANGING, type ChangeHistory } from '../../../src/core/changes.ts';
import { temporaryFolder } from '../sync/upstream.ts';

const ROOT = { site: 'https://mirror.example', base: '/session-mirror/' };
const NONE = { added: 0, edited: 0, removed: 0 };
const counts = {
	...(Object.fromEntries(CHANGING.map((kind) => [kind, NONE])) as Record<
		(typeof CHANGING)[number],
		typeof NONE
	>),
	tunes: { added: 2, edited: 1, removed: 0 },
};

/** The feed and the history of a site of one page and one deploy. */
function published() {
	const folder = temporaryFolder();
	const site = temporaryFolder();
	const history: ChangeHistory = {
		format: 1,
		at: '2026-11-14',
		deploys: [
			{ name: '2026-11-14', date: '2026-11-14', since: '2026-11-07', previous: null, counts },
		],
	};
	writeFileSync(path.join(folder, 'index.json'), JSON.stringify(history));
	mkdirSync(path.join(site, 'tunes'));
	writeFileSync(path.join(site, 'tunes/1.html'), '');
	publishChanges(folder, site, ROOT);
	const read = (name: string) => readFileSync(path.join(site, 'changes', name), 'utf8');
	return { feed: read('feed.atom'), history: JSON.parse(read('index.json')) as ChangeHistory };
}

test('an entry of the feed leads people to the page, and programs to the file', () => {
	const { feed } = published();
	const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
	const { entry } = (parser.parse(feed) as { feed: { entry: object } }).feed;
	expect(entry).toMatchObject({
		id: 'https://mirror.example/session-mirror/changes/2026-11-14.json',
		link: [
			{
				href: 'https://mirror.example/session-mirror/changes',
				rel: 'alternate',
				type: 'text/html',
			},
			{
				href: 'https://mirror.example/session-mirror/changes/2026-11-14.json',
				rel: 'enclosure',
				type: 'application/json',
			},
		],
	});
});

test('the history says where it is and how many pages the site has', () => {
	expect(published().history).toMatchObject({
		format: 1,
		at: '2026-11-14',
		pages: 1,
		deploys: [{ counts }],
	});
});

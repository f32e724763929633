import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atomFeed, type SiteRoot } from '../../src/api/feeds.ts';
import type { FeedEntry } from '../../src/api/feed-entries.ts';
import { changeFiles, changes, withBase } from '../../src/domain/addresses.ts';
import {
	changedOf,
	CHANGING,
	HISTORY_FILE,
	type ChangeEntry,
	type ChangeHistory,
} from '../../src/domain/changes.ts';

/** Puts the changes into a built site, with a feed of them. */
export function publishChanges(folder: string, site: string, root: SiteRoot): void {
	const target = path.join(site, changeFiles());
	cpSync(folder, target, { recursive: true });
	const { deploys } = JSON.parse(
		readFileSync(path.join(folder, HISTORY_FILE), 'utf8'),
	) as ChangeHistory;
	const self = `${changeFiles()}feed.atom`;
	const entries = deploys.map((deploy) => entryOf(deploy, root));
	writeFileSync(
		path.join(site, self),
		atomFeed({ title: 'Changes', page: changes(), self }, entries, root),
	);
}

function entryOf({ name, date, counts }: ChangeEntry, { site, base }: SiteRoot): FeedEntry {
	const file = `${changeFiles()}${name}.json`;
	const parts = CHANGING.filter((kind) => changedOf(counts[kind]) > 0).map((kind) => {
		const { added, edited, removed } = counts[kind];
		return `${kind}: ${added} added, ${edited} edited, ${removed} removed`;
	});
	return {
		id: site + withBase(base, file),
		title: `Changes of ${name}`,
		date: `${date} 00:00:00`,
		author: null,
		address: file,
		html: `<p>${parts.join('; ')}</p>`,
	};
}

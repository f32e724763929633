import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atomFeed, type SiteRoot } from '../../api/feeds.ts';
import type { FeedEntry } from '../../api/feed-entries.ts';
import { changeFiles, changes, withBase } from '../../core/addresses.ts';
import {
	changedOf,
	CHANGING,
	HISTORY_FILE,
	type ChangeEntry,
	type ChangeHistory,
} from '../../core/changes.ts';
import { MirrorError } from '../../core/errors.ts';

/**
 * Writes the changes into a built site, with a feed of them and the digests that the next site is compared
 * with.
 *
 * @throws MirrorError when the build stage left no changes
 */
export function publishChanges(folder: string, site: string, root: SiteRoot): void {
	if (!existsSync(folder)) {
		throw new MirrorError(
			`There are no changes in ${folder}, where the build stage writes them.`,
			'Run `npm run mirror -- --from build`.',
		);
	}
	const target = path.join(site, changeFiles());
	cpSync(folder, target, { recursive: true });
	const { format, at, deploys } = JSON.parse(
		readFileSync(path.join(folder, HISTORY_FILE), 'utf8'),
	) as ChangeHistory;
	const history: ChangeHistory = { format, at, pages: countPages(site), deploys };
	writeFileSync(path.join(target, HISTORY_FILE), `${JSON.stringify(history)}\n`);
	const self = `${changeFiles()}feed.atom`;
	const entries = deploys.map((deploy) => entryOf(deploy, root));
	writeFileSync(
		path.join(site, self),
		atomFeed({ title: 'Changes', page: changes(), self }, entries, root),
	);
}

function countPages(site: string): number {
	return readdirSync(site, { recursive: true }).filter((file) => String(file).endsWith('.html'))
		.length;
}

function entryOf({ name, date, retold, counts }: ChangeEntry, { site, base }: SiteRoot): FeedEntry {
	const file = `${changeFiles()}${name}.json`;
	const parts = CHANGING.filter((kind) => changedOf(counts[kind]) > 0).map((kind) => {
		const { added, edited, removed } = counts[kind];
		return `${kind}: ${added} added, ${edited} edited, ${removed} removed`;
	});
	if (retold) parts.push('what was edited is not known this time');
	return {
		id: site + withBase(base, file),
		title: `Changes of ${name}`,
		date: `${date} 00:00:00`,
		author: null,
		address: changes(),
		file,
		html: `<p>${parts.join('; ')}</p>`,
	};
}

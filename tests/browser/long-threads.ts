import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryFromFolder } from '../../src/pipeline/sync/from-folder.ts';
import { dataFiles } from '../pipeline/ingest/csv.ts';
import {
	archiveFiles,
	discussionPage,
	tunePage,
	type CommentText,
} from '../pipeline/ingest/pages.ts';

/** Comments on tune 1, which are paged. */
export const COMMENTS = 600;
/** Posts of discussion 1, which are folded: the site is said to have less room than it needs. */
export const POSTS = 1200;

/** Words that one comment and one post have. */
export const RARE = { comment: 'heptatonic', post: 'quartertone' };

const THINGS = 4;
const COMMIT = { date: '2026-11-14T06:00:00Z', message: 'Long threads' };

/** Writes an upstream of a few things with long threads; gives what a mirror of it needs. */
export async function writeLongThreads(folder: string): Promise<Record<string, string>> {
	const archive = {
		...archiveFiles(THINGS),
		'tunes/1/index.html': tunePage(1, [{ id: 1001 }], said(COMMENTS, RARE.comment, 555)),
		'discussions/1/index.html': discussionPage(1, said(POSTS, RARE.post, 777), 'A long one'),
	};
	return {
		MIRROR_DATA_URL: await repository(folder, 'data', dataFiles({}, THINGS)),
		MIRROR_ARCHIVE_URL: await repository(folder, 'archive', archive),
		MIRROR_SITE_LIMIT: '1',
	};
}

function said(count: number, rare: string, at: number): CommentText[] {
	return Array.from({ length: count }, (_, n) => ({
		id: 10_001 + n,
		html: `<p>Number ${n + 1}: the quick bow of an old fiddle.${n + 1 === at ? ` A ${rare}.` : ''}</p>`,
	}));
}

async function repository(
	folder: string,
	name: string,
	files: Record<string, string>,
): Promise<string> {
	const from = path.join(folder, name);
	for (const [file, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(from, file)), { recursive: true });
		writeFileSync(path.join(from, file), content);
	}
	await repositoryFromFolder(from, `${from}.git`, COMMIT);
	return pathToFileURL(`${from}.git`).href;
}

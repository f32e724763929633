import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { commit } from './commit.ts';

export { commit, git } from './commit.ts';

/** A temporary folder that goes with the test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-upstream-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

/** Both upstream repositories, as small as they may be, and a work folder. */
export function makeUpstream(): TestUpstream {
	const root = temporaryFolder();
	const data = path.join(root, 'data.git');
	const archive = path.join(root, 'archive.git');
	commit(data, { 'csv/tunes.csv': 'tune_id,setting_id\n1,1\n', 'README.md': 'data' });
	commit(archive, { 'tunes/1/index.html': '<body>one</body>', 'index.html': '' });
	return {
		root,
		data,
		archive,
		work: path.join(root, 'work'),
		urls: { data: `file://${data}`, archive: `file://${archive}` },
	};
}

export interface TestUpstream {
	root: string;
	data: string;
	archive: string;
	work: string;
	urls: { data: string; archive: string };
}

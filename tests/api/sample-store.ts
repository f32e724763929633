import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { ingest } from '../../src/pipeline/ingest/ingest.ts';
import { silent } from '../../src/cli/progress.ts';
import { repositoryFromFolder } from '../../src/pipeline/sync/from-folder.ts';
import type { Repository } from '../../src/pipeline/sync/repository.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { openStore, storePath, type Store } from '../../src/store/open.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../sample');

/** The sample's store, made for one file of tests and taken away after it; `work` is its folder. */
export async function sampleStore(): Promise<{ store: Store; work: string }> {
	const root = mkdtempSync(path.join(tmpdir(), 'session-mirror-api-'));
	const work = path.join(root, 'work');
	await ingest({
		work,
		upstream: {
			data: await repository(root, 'TheSession-data'),
			archive: await repository(root, 'TheSession-archive'),
		},
		kinds: KINDS,
		jobs: 1,
		acceptShrink: false,
		allowDegraded: false,
		progress: () => silent,
	});
	const store = openStore(storePath(work));
	afterAll(() => {
		store.close();
		rmSync(root, { recursive: true, force: true });
	});
	return { store, work };
}

async function repository(root: string, name: string): Promise<Repository> {
	const folder = path.join(root, `${name}.git`);
	const date = '2026-05-01T00:00:00Z';
	const made = await repositoryFromFolder(path.join(SAMPLE, name), folder, { date, message: 'x' });
	return { url: folder, path: folder, date, fetched: 'cloned', ...made };
}

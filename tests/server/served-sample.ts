import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { silent } from '../../src/cli/progress.ts';
import { makeApp } from '../../src/server/app.ts';
import type { ServeOptions } from '../../src/server/options.ts';
import { makeSearch } from '../../src/server/search/make-search.ts';
import { searchPath } from '../../src/server/search/search-file.ts';
import { openSnapshotHolder, type SnapshotHolder } from '../../src/server/snapshot.ts';
import { storeFacts } from '../../src/store/facts.ts';
import { storePath } from '../../src/store/open.ts';
import { sampleStore } from '../api/sample-store.ts';

/** A site of a few files: what the server does with them does not depend on what they say. */
const FILES = {
	'index.html': 'front',
	'404.html': 'The site’s own page for what is not there.',
	'search.html': 'search',
	'tunes/index.html': 'tunes',
	'tunes/27.html': `tune ${'27 '.repeat(1000)}`,
	'tunes/27.json': '{"from":"the file"}',
	'tunes/new.html': 'new tunes',
	'_astro/x.123.js': 'let x',
	'.hidden': 'secret',
};

/** How a test's server is set up, but for its folders. */
export const AS_USUAL: Omit<ServeOptions, 'dir' | 'work'> = {
	site: 'https://mirror.example',
	base: '/',
	rate: 0,
	trustProxy: undefined,
	log: undefined,
};

export interface ServedSample {
	app: FastifyInstance;
	holder: SnapshotHolder;
	work: string;
	options: ServeOptions;
	/** Makes another server of the same; it is closed with the first. */
	serve: (options: Partial<ServeOptions>) => Promise<FastifyInstance>;
}

/** The server on the sample's store, for one file of tests. */
export async function servedSample(): Promise<ServedSample> {
	const { store, work } = await sampleStore();
	const dir = mkdtempSync(path.join(tmpdir(), 'session-mirror-serve-'));
	for (const [name, content] of Object.entries(FILES)) {
		mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
		writeFileSync(path.join(dir, name), content);
	}
	writeFileSync(path.join(dir, 'build.json'), JSON.stringify(storeFacts(store)));
	makeSearch(storePath(work), searchPath(work), silent);
	const holder = openSnapshotHolder({ dir, work });
	const options = { ...AS_USUAL, dir, work };
	const apps: FastifyInstance[] = [];
	const serve = async (changed: Partial<ServeOptions>): Promise<FastifyInstance> => {
		const app = await makeApp(holder, { ...options, ...changed });
		apps.push(app);
		return app;
	};
	afterAll(async () => {
		for (const app of apps) await app.close();
		holder.close();
		rmSync(dir, { recursive: true, force: true });
	});
	return { app: await serve({}), holder, work, options, serve };
}

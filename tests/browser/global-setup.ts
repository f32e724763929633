import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startPreview } from '../../src/server/preview/server.ts';
import { runEntry } from '../pipeline/run.ts';
import { BASE, LONG } from './kinds.ts';
import { writeLongThreads } from './long-threads.ts';

/**
 * Builds and serves three sites for all tests: the sample at the root, and, under base paths, a synthetic
 * upstream whose lists have more than one page and one whose threads are long. Their addresses go to the
 * workers in MIRROR_TEST_SAMPLE, MIRROR_TEST_BASED and MIRROR_TEST_LONG.
 */
async function setUp(): Promise<() => Promise<void>> {
	const folder = mkdtempSync(path.join(tmpdir(), 'session-mirror-browser-'));
	const sample = path.join(folder, 'sample-site');
	await build('sample.ts', { MIRROR_WORK: path.join(folder, 'sample'), MIRROR_OUT: sample });

	const based = path.join(folder, 'based-site');
	const upstream = path.join(folder, 'upstream');
	await build('tools/synth.ts', {}, ['--out', upstream, '--scale', '0.01']);
	await build('mirror.ts', {
		MIRROR_DATA_URL: pathToFileURL(path.join(upstream, 'TheSession-data.git')).href,
		MIRROR_ARCHIVE_URL: pathToFileURL(path.join(upstream, 'TheSession-archive.git')).href,
		MIRROR_WORK: path.join(folder, 'based'),
		MIRROR_OUT: based,
		MIRROR_BASE: BASE,
	});

	const long = path.join(folder, 'long-site');
	await build('mirror.ts', {
		...(await writeLongThreads(path.join(folder, 'long-upstream'))),
		MIRROR_WORK: path.join(folder, 'long'),
		MIRROR_OUT: long,
		MIRROR_BASE: LONG,
	});

	const host = 'localhost';
	const previews = [
		await startPreview({ dir: sample, base: '/', port: 0, host }),
		await startPreview({ dir: based, base: BASE, port: 0, host }),
		await startPreview({ dir: long, base: LONG, port: 0, host }),
	];
	process.env['MIRROR_TEST_SAMPLE'] = previews[0]?.url;
	process.env['MIRROR_TEST_BASED'] = previews[1]?.url;
	process.env['MIRROR_TEST_LONG'] = previews[2]?.url;
	return async () => {
		await Promise.all(previews.map((preview) => preview.close()));
		rmSync(folder, { recursive: true, force: true });
	};
}

async function build(entry: string, env: Record<string, string>, args: string[] = []) {
	const surroundings = { MIRROR_BASE: '/', MIRROR_SITE: '', MIRROR_CONTACT: '', ...env };
	const { code, output } = await runEntry(entry, args, surroundings);
	if (code !== 0) throw new Error(`scripts/${entry} ended with ${code}:\n${output}`);
}

// Playwright takes a setup by its default export.
export { setUp as default };

import { readFileSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { openPages } from '../../../src/pipeline/ingest/archive/page-table.ts';
import type { PagePlace } from '../../../src/pipeline/ingest/archive/page.ts';
import { parseAll } from '../../../src/pipeline/ingest/archive/parse-all.ts';
import { readRow } from '../../../src/pipeline/ingest/archive/read-row.ts';
import { silent } from '../../../src/cli/progress.ts';
import { commit, git, temporaryFolder } from '../sync/upstream.ts';
import { discussionPage } from './pages.ts';

const placesOf = (n: number): PagePlace[] =>
	Array.from({ length: n }, (_, at) => ({
		kind: 'discussions',
		id: at + 1,
		path: `discussions/${at + 1}/index.html`,
		blob: String(at + 1).padStart(40, '0'),
	}));

/** A thread that reads every page but dies of some. */
function dyingWorker(folder: string, dead: number[], death: string): URL {
	const file = path.join(folder, 'worker.mjs');
	writeFileSync(
		file,
		`import { parentPort, workerData } from 'node:worker_threads';
		let rows = [];
		for (const place of workerData.places) {
			if (${JSON.stringify(dead)}.includes(place.id)) { ${death} }
			rows.push({ place, json: '{}', fault: null, refused: null });
			if (rows.length >= workerData.lot) { parentPort.postMessage(rows); rows = []; }
		}
		parentPort.postMessage(rows);`,
	);
	return pathToFileURL(file);
}

async function parsed(places: PagePlace[], worker: URL | undefined, repository = '', jobs = 2) {
	using database = openPages(temporaryFolder());
	await parseAll(database, places, {
		repository,
		reader: 'test',
		jobs,
		progress: silent,
		...(worker && { worker, resourceLimits: { maxOldGenerationSizeMb: 40 } }),
	});
	const rows = database.prepare('SELECT id, blob, fault FROM page ORDER BY id').all();
	return {
		rows: rows.length,
		faults: rows
			.filter((row) => row['fault'] !== null)
			.map((row) => [row['id'], row['blob'], row['fault']]),
	};
}

it.each([
	['throws', `throw new TypeError('x');`, 'TypeError'],
	['leaves', 'process.exit(3);', 'Error'],
	['ends without an answer', 'process.exit(0);', 'ERR_NO_ANSWER'],
	[
		'runs out of memory',
		'for (const held = []; ; ) held.push(new Array(1e5).fill({}));',
		'ERR_WORKER_OUT_OF_MEMORY',
	],
])('a thread that %s costs the page that it %s at, and no other', async (_, death, name) => {
	const worker = dyingWorker(temporaryFolder(), [3, 4, 377], death);
	const fault = `the thread that read it ended: ${name}`;
	expect(await parsed(placesOf(450), worker)).toEqual({
		rows: 450,
		// Without a blob they are read again next time.
		faults: [3, 4, 377].map((id) => [id, '', fault]),
	});
});

it('where every thread dies every page has its fault, and the run goes on', async () => {
	const all = placesOf(300);
	const worker = dyingWorker(temporaryFolder(), [], `throw new Error('no')`);
	writeFileSync(worker, `throw new RangeError('no');`);
	expect(readFileSync(worker, 'utf8')).toContain('RangeError');
	expect((await parsed(all, worker, '', 1)).faults).toHaveLength(300);
}, 120_000);

it('a blob that git cannot read is the fault of its page', async () => {
	const folder = path.join(temporaryFolder(), 'archive.git');
	const content = discussionPage(1, [{ id: 1, html: 'x' }]);
	commit(folder, { 'discussions/1/index.html': content });
	const blob = git('-C', folder, 'rev-parse', 'HEAD:discussions/1/index.html');
	const tree = git('-C', folder, 'rev-parse', 'HEAD:discussions');
	const places = placesOf(6).map((place) => ({ ...place, blob }));
	places[1] = { ...places[1], blob: '0'.repeat(40) } as PagePlace;
	places[4] = { ...places[4], blob: tree } as PagePlace;
	expect(await parsed(places, undefined, folder, 1)).toEqual({
		rows: 6,
		faults: [2, 5].map((id) => [id, '', 'git could not read it']),
	});
});

it('whatever is thrown while reading one page is its fault, without a word of the page', () => {
	const [place] = placesOf(1);
	const row = readRow(place as PagePlace, Buffer.from('x'), () => {
		throw new TypeError('secret words of the page');
	});
	expect(row).toMatchObject({ json: null, fault: 'reading it failed: TypeError' });
});

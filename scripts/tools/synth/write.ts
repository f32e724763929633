import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { KINDS } from '../../../src/core/kinds.ts';
import { MirrorError } from '../../../src/core/errors.ts';
import type { Announcement } from './announce.ts';
import { announce } from './announce.ts';
import { git } from './git.ts';
import { Importer } from './importer.ts';
import { ICON } from './pages/fronts.ts';
import { allPages, changedPages, removedPaths } from './pages/pages.ts';
import { createShell } from './pages/shell.ts';
import type { Week } from './population.ts';
import { csvLine } from './tables/csv.ts';
import { TABLES } from './tables/tables.ts';
import { tuneRowsAsJson } from './tables/json.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

export interface SynthOptions {
	/** 1: as large as upstream. */
	scale: number;
	/** Any 32-bit whole number. */
	seed: number;
	/** The folder that contains, or will contain, both repositories. */
	out: string;
	/** Called for rows written, then for pages. */
	onProgress?: (done: number, total: number, what: string) => void;
}

export const DATA = 'TheSession-data.git';
export const ARCHIVE = 'TheSession-archive.git';

const TIMES: Record<Week, string> = { 1: '2026-11-12T06:00:00Z', 2: '2026-11-19T06:00:00Z' };

/**
 * Writes both bare repositories with one commit each. Same seed and scale, same commits.
 *
 * @throws MirrorError when `out` already holds them.
 */
export async function writeSynth(options: SynthOptions): Promise<Announcement> {
	for (const name of [DATA, ARCHIVE]) {
		const repository = path.join(options.out, name);
		if (existsSync(repository))
			throw new MirrorError(
				`${repository} is already there.`,
				'Give another --out, remove it, or add next week to it with --next.',
			);
		await mkdir(repository, { recursive: true });
		await git('init', '--quiet', '--bare', '--initial-branch=main', repository);
	}
	return write(options, createWorld(options.seed, options.scale, 1));
}

/**
 * Adds next week's commit to both repositories, which must have the same seed and scale.
 *
 * @throws MirrorError when they do not, or already have it.
 */
export async function writeNextWeek(options: SynthOptions): Promise<Announcement> {
	const expected = subject(options, 1);
	for (const name of [DATA, ARCHIVE]) {
		const repository = path.join(options.out, name);
		const found = existsSync(repository)
			? await git('--git-dir', repository, 'log', '-1', '--format=%s', 'main')
			: 'nothing';
		if (found !== expected)
			throw new MirrorError(
				`${repository} holds "${found}", not "${expected}".`,
				'Write it first without --next, with the same --seed and --scale.',
			);
	}
	return write(options, createWorld(options.seed, options.scale, 2));
}

async function write(options: SynthOptions, world: World): Promise<Announcement> {
	const announced = announce(world);
	const { tables, pages, added, changed } = announced;
	const countRow = counter(options, 'rows', sum(tables));
	const fronts = KINDS.length + (world.week === 1 ? 1 : 0);
	const things = world.week === 1 ? sum(pages) : added + changed;
	const countPage = counter(options, 'pages', fronts + things);
	// Deltas would need whole tables in memory and save little.
	await commit(options, DATA, world.week, 0, (importer) => sendData(importer, world, countRow));
	await commit(options, ARCHIVE, world.week, 50, (importer) =>
		sendArchive(importer, world, countPage),
	);
	return announced;
}

async function commit(
	options: SynthOptions,
	name: string,
	week: Week,
	depth: number,
	send: (importer: Importer) => Promise<void>,
): Promise<void> {
	const importer = new Importer(path.join(options.out, name), depth);
	try {
		importer.commit(subject(options, week), TIMES[week], week === 1);
		await send(importer);
		await importer.finish();
	} catch (error) {
		importer.abort();
		throw error;
	}
}

async function sendData(importer: Importer, world: World, count: () => void): Promise<void> {
	for (const { name, columns, rows } of TABLES) {
		importer.beginLines(`csv/${name}.csv`);
		importer.line(`${columns}\n`);
		for (const row of rows(world)) {
			importer.line(csvLine(row));
			count();
			if (importer.isFull) await importer.flush();
		}
		importer.endLines();
	}
	importer.file('json/tunes.json', tuneRowsAsJson(world));
	importer.file('json/sets.json', LFS_POINTER);
}

async function sendArchive(importer: Importer, world: World, count: () => void): Promise<void> {
	const shell = createShell();
	if (world.week === 1) importer.file('icon.svg', ICON);
	else for (const gone of removedPaths(world)) importer.remove(gone);
	for (const page of world.week === 1 ? allPages(world) : changedPages(world)) {
		importer.file(page.path, page.head, shell, page.body);
		count();
		if (importer.isFull) await importer.flush();
	}
}

function subject({ seed, scale }: SynthOptions, week: Week): string {
	return `Week of ${TIMES[week].slice(0, 10)} (seed ${seed}, scale ${scale})`;
}

/** A function that counts one more row or page. */
function counter(options: SynthOptions, what: string, total: number): () => void {
	let done = 0;
	return () => options.onProgress?.(++done, total, what);
}

function sum(counts: Record<string, number>): number {
	return Object.values(counts).reduce((a, b) => a + b, 0);
}

const LFS_POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:${'5e7'.repeat(21)}0
size 123456789
`;

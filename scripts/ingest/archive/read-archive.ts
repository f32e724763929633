import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Kind } from '../../../src/domain/kinds.ts';
import { isKind } from '../../../src/domain/kinds.ts';
import { count } from '../../lib/output.ts';
import type { Progress } from '../../lib/progress.ts';
import { listTree, type Pinned, type TreeFile } from '../../upstream/read-git.ts';
import { allDone } from '../all-done.ts';
import { openCache } from '../cache.ts';
import { roomVersion } from '../room-version.ts';
import type { PagePlace } from './page.ts';
import type { PageRow, ReadJob } from './worker.ts';

/** A section that fell by more than this share keeps its vanished pages. */
const GREATEST_FALL = 0.05;

/** The share of pages that may be beyond understanding before the section counts as degraded. */
const GREATEST_FAULTS = 0.05;

/** What became of one section of the archive in this run. The pages are in pages.sqlite. */
export interface SectionState {
	kind: Kind;
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
	/** Pages in the archive. */
	pages: number;
	/** Pages that stand after the run: those of the archive, or those of the last good version. */
	held: number;
	/** Pages whose blob was not known and was parsed in this run. */
	touched: number;
	/** Pages that vanished since the last run. */
	removed: number;
	/** Pages that could not be understood; their last good version stands where there is one. */
	faults: number;
	/** Those of them that have none. */
	lost: number;
}

/** What stands in the archive's tree and was not read, because it is not what a page looks like. */
export interface Ignored {
	symlinks: number;
	submodules: number;
	strangers: number;
}

export interface ReadArchiveOptions {
	repository: Pinned;
	kinds: readonly Kind[];
	jobs: number;
	acceptShrink: boolean;
	progress: Progress;
}

export function openPages(work: string): DatabaseSync {
	return openCache(path.join(work, 'pages.sqlite'), new URL('pages.sql', import.meta.url));
}

/**
 * Parses every page whose blob is not known yet, over `jobs` threads. What is parsed is kept at once,
 * so that an interrupted run goes on where it was.
 */
export async function readArchive(
	database: DatabaseSync,
	options: ReadArchiveOptions,
): Promise<{ sections: SectionState[]; ignored: Ignored }> {
	const { files, skipped } = await listTree(options.repository);
	const reader = roomVersion(import.meta.url);
	const places = files.flatMap(({ path: file, blob }) => placeOf(file, blob));
	const ignored = { ...skipped, strangers: files.length - places.length - countFurniture(files) };
	const sections = options.kinds.map((kind) => {
		const section = places.filter((place) => place.kind === kind);
		return sectionState(database, kind, section, options.acceptShrink);
	});
	const known = knownBlobs(database, reader);
	const unread = places.filter(
		({ kind, id, blob }) => options.kinds.includes(kind) && known.get(`${kind}/${id}`) !== blob,
	);
	await parseAll(database, unread, reader, options);
	for (const state of sections) {
		state.touched = unread.filter((place) => place.kind === state.kind).length;
		if (state.state === 'current') state.removed = removeVanished(database, state.kind, places);
		Object.assign(state, countHeld(database, state.kind));
		judgeFaults(state);
	}
	return { sections, ignored };
}

/** A section with more than one page in twenty not understood is no longer what we know how to read. */
function judgeFaults(state: SectionState): void {
	if (state.state !== 'current' || state.faults <= Math.max(5, state.pages * GREATEST_FAULTS))
		return;
	state.state = state.lost === state.held ? 'missing' : 'last-good';
	state.reason = `${count(state.faults, 'page')} of ${state.pages} could not be understood`;
}

const PAGE_PATH = /^([a-z]+)\/([1-9]\d{0,8})\/index\.html$/;

/** What an archive has beside pages: fronts of the root and of sections, files of the root. */
function countFurniture(files: TreeFile[]): number {
	return files.filter(({ path: file }) => /^(?:[a-z]+\/index\.html|[^/]+)$/.test(file)).length;
}

/** Only paths of the expected shape are pages; section fronts, icons and strangers are none. */
function placeOf(file: string, blob: string): PagePlace[] {
	const [, kind = '', id] = PAGE_PATH.exec(file) ?? [];
	return isKind(kind) ? [{ kind, id: Number(id), path: file, blob }] : [];
}

function sectionState(
	database: DatabaseSync,
	kind: Kind,
	places: PagePlace[],
	acceptShrink: boolean,
): SectionState {
	const row = database.prepare('SELECT count(*) AS n FROM page WHERE kind = ?').get(kind);
	const before = Number(row?.['n']);
	const state: SectionState = {
		kind,
		state: 'current',
		pages: places.length,
		held: 0,
		touched: 0,
		removed: 0,
		faults: 0,
		lost: 0,
	};
	if (places.length === 0) {
		state.state = before > 0 ? 'last-good' : 'missing';
		state.reason = 'the archive has no such pages';
	} else if (!acceptShrink && places.length < before * (1 - GREATEST_FALL)) {
		state.state = 'last-good';
		state.reason =
			`it fell from ${count(before, 'page')} to ${count(places.length, 'page')} ` +
			'(--accept-shrink takes it as it is)';
	}
	return state;
}

/** Blob ids of the pages that were read by this version of the code, by `kind/id`. */
function knownBlobs(database: DatabaseSync, reader: string): Map<string, string> {
	const select = database.prepare('SELECT kind, id, blob FROM page WHERE reader = ?');
	const known = new Map<string, string>();
	for (const { kind, id, blob } of select.iterate(reader)) known.set(`${kind}/${id}`, String(blob));
	return known;
}

/** Shares the pages out in runs of neighbours, which git has stored close together. */
async function parseAll(
	database: DatabaseSync,
	places: PagePlace[],
	reader: string,
	{ repository, jobs, progress }: ReadArchiveOptions,
): Promise<void> {
	if (places.length === 0) return;
	const write = pageWriter(database, reader);
	const size = Math.ceil(places.length / jobs);
	let done = 0;
	const take = (rows: PageRow[]): void => {
		write(rows);
		done += rows.length;
		progress.update(done, places.length);
	};
	const shares = Array.from({ length: jobs }, (_, n) => places.slice(n * size, (n + 1) * size));
	await allDone(
		shares
			.filter((share) => share.length > 0)
			.map((share) => parseShare({ repository: repository.path, places: share }, take)),
	);
	progress.end();
}

function parseShare(job: ReadJob, take: (rows: PageRow[]) => void): Promise<void> {
	const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: job });
	return new Promise((resolve, reject) => {
		worker.on('message', take);
		worker.on('error', reject);
		worker.on('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`A reading thread ended with ${code}.`)),
		);
	});
}

/** A page that could not be understood keeps what its last good version said. */
function pageWriter(database: DatabaseSync, reader: string): (rows: PageRow[]) => void {
	const upsert = database.prepare(
		`INSERT INTO page (kind, id, blob, reader, json, fault, refused) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET
			blob = excluded.blob, reader = excluded.reader, fault = excluded.fault,
			json = coalesce(excluded.json, json),
			refused = CASE WHEN excluded.json IS NULL THEN refused ELSE excluded.refused END`,
	);
	return (rows) => {
		database.exec('BEGIN');
		for (const { place, json, fault, refused } of rows) {
			upsert.run(place.kind, place.id, place.blob, reader, json, fault, refused);
		}
		database.exec('COMMIT');
	};
}

function countHeld(
	database: DatabaseSync,
	kind: Kind,
): Pick<SectionState, 'held' | 'faults' | 'lost'> {
	const row = database
		.prepare(
			`SELECT count(*) AS held, count(fault) AS faults, count(*) - count(json) AS lost
			FROM page WHERE kind = ?`,
		)
		.get(kind);
	return {
		held: Number(row?.['held']),
		faults: Number(row?.['faults']),
		lost: Number(row?.['lost']),
	};
}

function removeVanished(database: DatabaseSync, kind: Kind, places: PagePlace[]): number {
	const here = new Set(places.filter((place) => place.kind === kind).map((place) => place.id));
	const remove = database.prepare('DELETE FROM page WHERE kind = ? AND id = ?');
	let removed = 0;
	for (const row of database.prepare('SELECT id FROM page WHERE kind = ?').all(kind)) {
		if (here.has(Number(row['id']))) continue;
		remove.run(kind, row['id'] ?? null);
		removed++;
	}
	return removed;
}

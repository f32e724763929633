import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LeftOutBook, type LeftOut } from '../../left-out.ts';
import type { Progress } from '../../../cli/progress.ts';
import { allDone } from '../all-done.ts';
import { openCache } from '../cache.ts';
import { engraverVersion } from '../code-version.ts';
import { drawShare, type DrawLimits } from './draw-share.ts';
import type { DrawingRow, DrawJob, DrawnBatch } from './worker.ts';

export interface DrawAllOptions {
	work: string;
	/** The new store, into which the drawings go. */
	store: DatabaseSync;
	/** Threads. */
	jobs: number;
	progress: Progress;
	limits?: DrawLimits;
}

/** The result for all settings. */
export interface DrawnSettings {
	settings: number;
	/** Drawn in this run; the others were drawn before. */
	touched: number;
	/** Time on one core for those drawn in this run. */
	milliseconds: number;
	/** Settings without a staff, by reason. */
	faults: Record<string, number>;
	/** Those settings, by reason. */
	leftOut: LeftOut[];
	/** Settings that were tidied before drawing, by what was corrected. */
	mends: Record<string, number>;
	/** Mean bytes of a drawing. */
	meanBytes: number;
}

/**
 * Gives every setting of the store its drawing. Only settings never drawn by this version of the engraver
 * are drawn; drawings.sqlite in the work folder keeps the rest.
 */
export async function drawAll(options: DrawAllOptions): Promise<DrawnSettings> {
	const { work, store, jobs, progress, limits } = options;
	using cache = openCache(
		path.join(work, 'drawings.sqlite'),
		new URL('drawings.sql', import.meta.url),
	);
	const settings = digestSettings(store);
	const wanted = undrawn(settings, knownDigests(cache));
	const milliseconds = await drawShares(cache, wanted, { jobs, progress, limits });
	fillStore(store, cache, settings);
	forgetOthers(cache, settings);
	progress.end();
	return { ...summary(store), touched: wanted.length, milliseconds: Math.round(milliseconds) };
}

interface Setting extends DrawJob {
	id: number;
}

/** Every setting of the store with the digest of everything its drawing depends on. */
function digestSettings(store: DatabaseSync): Setting[] {
	const version = engraverVersion();
	const select = store.prepare('SELECT id, meter, mode, abc FROM setting ORDER BY id');
	return Array.from(select.iterate(), (row) => {
		const setting = row as unknown as Omit<Setting, 'digest'>;
		const all = [version, setting.meter, setting.mode, setting.abc].join('\0');
		return { ...setting, digest: createHash('sha256').update(all).digest().subarray(0, 16) };
	});
}

function knownDigests(cache: DatabaseSync): Set<string> {
	const rows = cache.prepare('SELECT digest FROM drawing').iterate();
	return new Set(Array.from(rows, (row) => nameOf(row['digest'] as Uint8Array)));
}

const nameOf = (digest: Uint8Array): string => Buffer.from(digest).toString('base64');

/** What is not known yet, each digest once. */
function undrawn(settings: readonly Setting[], known: ReadonlySet<string>): DrawJob[] {
	const wanted = new Map(settings.map((setting) => [nameOf(setting.digest), setting]));
	for (const name of known) wanted.delete(name);
	return [...wanted.values()];
}

/**
 * Distributes settings over threads in turn, as neighbours are settings of one tune and alike in length.
 * Returns the total time on one core.
 */
async function drawShares(
	cache: DatabaseSync,
	wanted: DrawJob[],
	{
		jobs,
		progress,
		limits,
	}: Pick<DrawAllOptions, 'jobs' | 'progress'> & { limits?: DrawLimits | undefined },
): Promise<number> {
	const insert = cache.prepare(
		`INSERT OR REPLACE INTO drawing (digest, svg, width, height, fault, mends, bars, notes)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	let done = 0;
	let spent = 0;
	const keep = ({ rows, milliseconds }: DrawnBatch): void => {
		spent += milliseconds;
		cache.exec('BEGIN');
		for (const row of rows) {
			const { digest, svg, width, height, fault, mends, bars, notes } = row;
			insert.run(digest, svg, width, height, fault, mends, bars, notes);
		}
		cache.exec('COMMIT');
		done += rows.length;
		progress.update(done, wanted.length);
	};
	const shares = Array.from({ length: jobs }, (_, n) => wanted.filter((_, at) => at % jobs === n));
	await allDone(
		shares.filter((share) => share.length > 0).map((share) => drawShare(share, keep, limits)),
	);
	return spent;
}

/** Copies each setting's drawing into the store. */
function fillStore(store: DatabaseSync, cache: DatabaseSync, settings: readonly Setting[]): void {
	const insert = store.prepare(
		`INSERT INTO drawing (setting_id, svg, width, height, fault, mends, bars, notes)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	);
	const select = cache.prepare('SELECT * FROM drawing WHERE digest = ?');
	for (const { id, digest } of settings) {
		copyDrawing(insert, id, select.get(digest) as unknown as DrawingRow | undefined);
	}
}

/** Deletes drawings that no setting uses any more. */
function forgetOthers(cache: DatabaseSync, settings: readonly Setting[]): void {
	const used = new Set(settings.map(({ digest }) => nameOf(digest)));
	const remove = cache.prepare('DELETE FROM drawing WHERE digest = ?');
	cache.exec('BEGIN');
	for (const name of knownDigests(cache)) {
		if (!used.has(name)) remove.run(Buffer.from(name, 'base64'));
	}
	cache.exec('COMMIT');
}

function copyDrawing(insert: StatementSync, id: number, row: DrawingRow | undefined): void {
	if (!row) throw new Error(`Setting ${id} was not drawn.`);
	const { svg, width, height, fault, mends, bars, notes } = row;
	insert.run(id, svg, width, height, fault, mends, bars, notes);
}

function summary(store: DatabaseSync): Omit<DrawnSettings, 'touched' | 'milliseconds'> {
	const row = store
		.prepare('SELECT count(*) AS n, avg(octet_length(svg)) AS mean FROM drawing')
		.get();
	const faults = store
		.prepare('SELECT fault, count(*) AS n FROM drawing WHERE fault IS NOT NULL GROUP BY fault')
		.all();
	const mends: Record<string, number> = {};
	for (const row of store.prepare('SELECT mends FROM drawing WHERE mends IS NOT NULL').iterate()) {
		for (const mend of String(row['mends']).split(' ')) mends[mend] = (mends[mend] ?? 0) + 1;
	}
	return {
		leftOut: undrawnSettings(store),
		settings: Number(row?.['n']),
		faults: Object.fromEntries(faults.map((fault) => [String(fault['fault']), Number(fault['n'])])),
		mends,
		meanBytes: Math.round(Number(row?.['mean'] ?? 0)),
	};
}

/** Every setting without a staff. */
function undrawnSettings(store: DatabaseSync): LeftOut[] {
	const book = new LeftOutBook();
	const select = store.prepare(
		`SELECT s.id, s.tune_id, d.fault FROM drawing d JOIN setting s ON s.id = d.setting_id
		WHERE d.fault IS NOT NULL ORDER BY s.id`,
	);
	for (const row of select.iterate()) {
		const place = `tunes/${Number(row['tune_id'])}#setting${Number(row['id'])}`;
		book.add('staves', String(row['fault']), place, Number(row['id']));
	}
	return book.groups();
}

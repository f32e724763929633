import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import { count, number } from '../../../cli/output.ts';
import { fieldsOf, type Field } from './fields.ts';
import type { ArchivePage } from './page.ts';
import type { Findings } from './selectors.ts';

/** What a section's pages hold of one field. */
export interface FieldCoverage {
	kind: Kind;
	field: string;
	found: number;
	of: number;
	/** The share that is usual; 0 where that is not known. */
	usual: number;
	/** How often a selector other than the first found it. */
	selectors: Record<string, number>;
	/** Pages that keep what an earlier version said of it. */
	kept: number;
	/** Why it is not believed; absent when all is well. */
	reason?: string;
	/** Since which commit's date it has not been believed. */
	since?: string;
	/** True when it was not believed for three weeks, and is taken as it is. */
	isAccepted?: boolean;
}

/** A section whose fields are judged. */
interface JudgedSection {
	kind: Kind;
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
}

export interface CoverageOptions {
	/** Ids of the pages that were read in this run. */
	read: ReadonlySet<number>;
	/** Of upstream's newest commit: three weeks are counted by its dates. */
	date: string;
	/** Takes what there is. */
	accept: boolean;
}

/** Below this many nothing is concluded from a share. */
const ENOUGH = 40;
/** A few pages may be odd by themselves. */
const FEW = 10;
/** Of the pages read in this run that had a field, the share that may lose it. */
const GREATEST_LOSS = 0.3;
const THREE_WEEKS = 21 * 86_400_000;

/**
 * Measures what a section's pages hold of each field, and judges it: far below what is usual, or lost by many
 * of the pages that were read again, it is not believed. Then pages that had it keep what they said of it;
 * after three weeks they are taken as they are. Puts the outcome into the section's state.
 */
export function judgeCoverage(
	database: DatabaseSync,
	section: JudgedSection,
	options: CoverageOptions,
): FieldCoverage[] {
	const { kind } = section;
	const seen = readSeen(database, kind, options.read);
	const doubts = new Map(
		database
			.prepare('SELECT field, since FROM doubt WHERE kind = ?')
			.all(kind)
			.map((row) => [String(row['field']), String(row['since'])]),
	);
	const coverage = fieldsOf(kind).map((field) =>
		judgeField(kind, field, seen, doubts.get(field.name), options),
	);
	const doubted = coverage.filter(({ reason, isAccepted }) => reason !== undefined && !isAccepted);
	rememberDoubts(database, kind, coverage);
	settleKept(database, kind, new Set(doubted.map(({ field }) => field)));
	for (const entry of coverage) if (!doubted.includes(entry)) entry.kept = 0;
	if (doubted.length > 0 && section.state === 'current') {
		section.state = 'last-good';
		section.reason = doubted.map(({ reason }) => reason).join('; ');
	}
	return coverage;
}

interface Seen {
	found: Map<string, number>;
	of: Map<string, number>;
	selectors: Map<string, Record<string, number>>;
	/** Pages that lost a field, and those read in this run that have it. */
	lost: Map<string, number>;
	have: Map<string, number>;
	/** Pages that have not all. */
	short: Map<string, number>;
}

/** What a row's reading found, as the worker writes it down. */
export interface PageSeen {
	/** By field, how many of how many. */
	fields: Record<string, [found: number, of: number]>;
	selectors: Findings['others'];
}

function readSeen(database: DatabaseSync, kind: Kind, read: ReadonlySet<number>): Seen {
	const seen: Seen = {
		found: new Map(),
		of: new Map(),
		selectors: new Map(),
		lost: new Map(),
		have: new Map(),
		short: new Map(),
	};
	const add = (to: Map<string, number>, field: string, n = 1): void => {
		to.set(field, (to.get(field) ?? 0) + n);
	};
	const rows = database.prepare(
		'SELECT id, seen, lost FROM page WHERE kind = ? AND seen IS NOT NULL AND fault IS NULL',
	);
	for (const { id, seen: text, lost } of rows.iterate(kind)) {
		const { fields, selectors } = JSON.parse(String(text)) as PageSeen;
		for (const [field, [found, of]] of Object.entries(fields)) {
			add(seen.found, field, found);
			add(seen.of, field, of);
			if (found < of) add(seen.short, field);
			if (found > 0 && read.has(Number(id))) add(seen.have, field);
		}
		for (const [field, counts] of Object.entries(selectors)) {
			const all = seen.selectors.get(field) ?? {};
			for (const [name, n] of Object.entries(counts)) all[name] = (all[name] ?? 0) + n;
			seen.selectors.set(field, all);
		}
		for (const field of JSON.parse(String(lost ?? '[]')) as string[]) add(seen.lost, field);
	}
	return seen;
}

function judgeField(
	kind: Kind,
	field: Field,
	seen: Seen,
	since: string | undefined,
	{ date, accept }: CoverageOptions,
): FieldCoverage {
	const { name, usual, least, selector } = field;
	const found = seen.found.get(name) ?? 0;
	const of = seen.of.get(name) ?? 0;
	const lost = seen.lost.get(name) ?? 0;
	const had = lost + (seen.have.get(name) ?? 0);
	const isLow = of >= ENOUGH && found < of * least && (seen.short.get(name) ?? 0) >= FEW;
	// What is doubted stays so until the pages have it again.
	const isLosing = lost >= FEW && (since !== undefined || lost >= had * GREATEST_LOSS);
	const coverage: FieldCoverage = {
		kind,
		field: name,
		found,
		of,
		usual,
		selectors: seen.selectors.get(name) ?? {},
		kept: lost,
	};
	if (!isLow && !isLosing) return coverage;
	const what = isLosing
		? `${name}: no longer found on ${count(lost, 'page')} that had it`
		: `${name}: found ${number(found)} of ${number(of)} times`;
	coverage.reason = `${what} (selector “${selector}”)`;
	coverage.since = since ?? date;
	coverage.isAccepted = accept || Date.parse(date) - Date.parse(coverage.since) >= THREE_WEEKS;
	return coverage;
}

function rememberDoubts(database: DatabaseSync, kind: Kind, coverage: FieldCoverage[]): void {
	const insert = database.prepare('INSERT INTO doubt (kind, field, since) VALUES (?, ?, ?)');
	database.exec('BEGIN');
	database.prepare('DELETE FROM doubt WHERE kind = ?').run(kind);
	for (const { field, since } of coverage) if (since !== undefined) insert.run(kind, field, since);
	database.exec('COMMIT');
}

/** Leaves earlier values only where they are of a field that is not believed. */
function settleKept(database: DatabaseSync, kind: Kind, doubted: ReadonlySet<string>): void {
	const rows = database
		.prepare('SELECT id, json, own, lost FROM page WHERE kind = ? AND lost IS NOT NULL')
		.all(kind);
	const update = database.prepare(
		'UPDATE page SET json = ?, own = ?, lost = ? WHERE kind = ? AND id = ?',
	);
	const fields = fieldsOf(kind);
	database.exec('BEGIN');
	for (const row of rows) {
		const lost = JSON.parse(String(row['lost'])) as string[];
		const kept = lost.filter((name) => doubted.has(name));
		if (kept.length === lost.length) continue;
		const own = String(row['own']);
		const page = JSON.parse(own) as ArchivePage;
		const before = JSON.parse(String(row['json'])) as ArchivePage;
		for (const field of fields) if (kept.includes(field.name)) field.keep(page, before);
		const isWhole = kept.length === 0;
		update.run(
			isWhole ? own : JSON.stringify(page),
			isWhole ? null : own,
			isWhole ? null : JSON.stringify(kept),
			kind,
			row['id'] ?? null,
		);
	}
	database.exec('COMMIT');
}

/** A new reading with what only the earlier one had, until it is judged; `lost` says what that is. */
export function keepLost(
	kind: Kind,
	before: string,
	own: string,
	stated: { comments: number | null; settings: number | null },
): { json: string; lost: string[] } {
	const earlier = JSON.parse(before) as ArchivePage;
	const page = JSON.parse(own) as ArchivePage;
	const fields = fieldsOf(kind).filter((field) => field.isLost(earlier, page, stated));
	if (fields.length === 0) return { json: own, lost: [] };
	for (const field of fields) field.keep(page, earlier);
	return { json: JSON.stringify(page), lost: fields.map(({ name }) => name) };
}

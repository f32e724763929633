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
	/** The usual share; 0 where it is not known. */
	usual: number;
	/** How often a fallback selector found it. */
	selectors: Record<string, number>;
	/** Pages that keep the value from an earlier version. */
	kept: number;
	/** Why the field is doubted; absent when all is well. */
	reason?: string;
	/** Date of the commit since which it has been doubted. */
	since?: string;
	/** True when it was doubted for three weeks and is now accepted. */
	isAccepted?: boolean;
}

/** A section whose fields are judged. */
interface JudgedSection {
	kind: Kind;
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
}

export interface CoverageOptions {
	/** Ids of the pages read in this run. */
	read: ReadonlySet<number>;
	/** Date of upstream's newest commit: the three weeks are counted by commit dates. */
	date: string;
	/** Accept the values as they are. */
	accept: boolean;
}

/** With fewer pages than this, a share proves nothing. */
const ENOUGH = 40;
/** Up to this many pages may differ by chance. */
const FEW = 10;
/** The share of pages read in this run that may lose a field they had. */
const GREATEST_LOSS = 0.3;
const THREE_WEEKS = 21 * 86_400_000;

/**
 * Measures how many of a section's pages have each field. A field is doubted when its share is far below
 * the usual, or when many of the pages read again have lost it: pages that had it then keep their earlier
 * value, and after three weeks the new readings are accepted. Puts the outcome into the section's state.
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
	/** Pages that lost a field, and pages read in this run that have it. */
	lost: Map<string, number>;
	have: Map<string, number>;
	/** Pages that lack some. */
	short: Map<string, number>;
}

/** What reading a row found, as the worker records it. */
export interface PageSeen {
	/** By field: how many were found, out of how many. */
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
	// A field in doubt stays so until the pages have it again.
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

/** Keeps earlier values only for fields that are in doubt. */
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

/** A new reading plus what only the earlier one had, until it is judged; `lost` lists those fields. */
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

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
	changedOf,
	CHANGING,
	HISTORY_FILE,
	isChangeName,
	LEDGER_FILE,
	REMEMBERED,
	type ChangeEntry,
	type ChangeFile,
	type ChangeHistory,
} from '../../core/changes.ts';
import { ORIGINAL } from '../../core/addresses.ts';
import { openStore } from '../../store/open.ts';
import type { Progress } from '../../cli/progress.ts';
import { compareLedgers } from './compare.ts';
import { ledgerText, parseLedger } from './ledger-file.ts';
import { makeLedger } from './ledger.ts';

/** Where the changes wait for the site they belong to. */
export function changesFolder(work: string): string {
	return path.join(work, 'changes');
}

export interface WriteChangesOptions {
	/** Path of the store. */
	store: string;
	/** `changes/` of the last published site; may be missing. */
	last: string;
	/** Where the new files are written; emptied first. */
	folder: string;
	progress: Progress;
}

export interface ChangesResult {
	/** Things that differ from the last published site; null when there was none to compare with. */
	changed: number | null;
	/** Deploys in the history. */
	deploys: number;
}

/**
 * Digests the store, compares it with the last published site, and writes what changed together with the
 * history of earlier deploys. When nothing changed, the files are those of the last site.
 */
export function writeChanges({
	store: file,
	last,
	folder,
	progress,
}: WriteChangesOptions): ChangesResult {
	const store = openStore(file);
	const ledger = makeLedger(store, progress);
	store.close();
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const before = parseLedger(textOf(path.join(last, LEDGER_FILE)));
	const history = readHistory(last);
	const changes = before && compareLedgers(before, ledger);
	const counts = changes && countsOf(changes);
	const changed = counts ? CHANGING.reduce((sum, kind) => sum + changedOf(counts[kind]), 0) : null;
	const deploys = [...history.deploys];
	// If nothing can be compared, the chain has a gap that readers must be able to detect.
	let at = before ? history.at : null;
	const retold = before && before.telling !== ledger.telling ? { retold: true as const } : {};
	if (before && counts && (changed || 'retold' in retold)) {
		const { date } = ledger;
		const since = before.date;
		const name = nameFor(date, deploys);
		const previous = at;
		const content: ChangeFile = {
			format: 1,
			date,
			since,
			previous,
			licence: LICENCE,
			...retold,
			changes,
		};
		writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(content)}\n`);
		deploys.unshift({ name, date, since, previous, ...retold, counts });
		at = name;
	}
	const kept = deploys.slice(0, REMEMBERED);
	for (const { name } of history.deploys) {
		if (kept.some((entry) => entry.name === name))
			copyFileSync(path.join(last, `${name}.json`), path.join(folder, `${name}.json`));
	}
	const index: ChangeHistory = { format: 1, at, deploys: kept };
	writeFileSync(path.join(folder, HISTORY_FILE), `${JSON.stringify(index)}\n`);
	writeFileSync(path.join(folder, LEDGER_FILE), ledgerText(ledger));
	return { changed, deploys: kept.length };
}

const LICENCE = `Data of ${ORIGINAL}, ODbL 1.0, not for processing with large language models; unofficial mirror`;

function countsOf(changes: ChangeFile['changes']): ChangeEntry['counts'] {
	return Object.fromEntries(
		CHANGING.map((kind) => {
			const { added, edited, removed } = changes[kind];
			return [kind, { added: added.length, edited: edited.length, removed: removed.length }];
		}),
	) as ChangeEntry['counts'];
}

/** The remembered history, as far as its files exist. */
function readHistory(folder: string): Pick<ChangeHistory, 'at' | 'deploys'> {
	try {
		const { format, at, deploys } = JSON.parse(
			textOf(path.join(folder, HISTORY_FILE)),
		) as ChangeHistory;
		if (format !== 1) return NO_HISTORY;
		return {
			at: isChangeName(at) ? at : null,
			deploys: deploys.filter(
				({ name }) => isChangeName(name) && textOf(path.join(folder, `${name}.json`)) !== '',
			),
		};
	} catch {
		return NO_HISTORY;
	}
}

const NO_HISTORY = { at: null, deploys: [] };

/** `2026-11-14`, or `2026-11-14-2` for the second deploy of one day's data. */
function nameFor(date: string, history: readonly ChangeEntry[]): string {
	const names = new Set(history.map(({ name }) => name));
	if (!names.has(date)) return date;
	for (let n = 2; ; n++) if (!names.has(`${date}-${n}`)) return `${date}-${n}`;
}

function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

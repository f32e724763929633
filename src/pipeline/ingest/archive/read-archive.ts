import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import type { LeftOut } from '../../left-out.ts';
import { count } from '../../../cli/output.ts';
import type { Progress } from '../../../cli/progress.ts';
import { listTree, type Pinned } from '../../sync/read-git.ts';
import { readerVersion } from '../code-version.ts';
import { judge, takenOf } from '../guard/judge.ts';
import { Judgements } from '../guard/judgements.ts';
import type { Elsewhere } from '../guard/losses.ts';
import { idsOfPages, versionOfIds } from '../guard/versions.ts';
import { judgeCoverage, type FieldCoverage } from './coverage.ts';
import { countHeld, knownBlobs, removeVanished, type Held } from './page-table.ts';
import type { PagePlace } from './page.ts';
import { findPages } from './page-path.ts';
import { parseAll } from './parse-all.ts';

/** The modules that parse and store a page. */
const READER = ['read-row.ts', 'page-table.ts'].map((file) => new URL(file, import.meta.url));

/** A section counts as degraded when a larger share of its pages could not be understood. */
const GREATEST_FAULTS = 0.05;

/** The result for one section of the archive in this run. The pages are in pages.sqlite. */
export interface SectionState extends Held {
	kind: Kind;
	/** `last-good`: pages that vanished from the archive, or were not understood, are kept. */
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
	/** Pages that were gone when this commit was taken. */
	gone: number;
	/** Why this commit was doubted, if it was taken anyway. */
	accepted?: string;
	/** Pages in the archive. */
	pages: number;
	/** Pages whose blob was not known and was parsed in this run. */
	touched: number;
	/** Pages that vanished since the last run. */
	removed: number;
	/** How many of its pages have each field. */
	coverage: FieldCoverage[];
}

/** Files in the archive's tree that were not read, because they do not look like pages. */
export interface Ignored {
	symlinks: number;
	submodules: number;
	/** Files whose path is not that of a page. */
	leftAlone: LeftOut[];
}

/** The pages of a commit, and the other files. */
export interface Listing {
	places: PagePlace[];
	ignored: Ignored;
}

export interface ReadArchiveOptions {
	repository: Pinned;
	listing: Listing;
	/** Date of upstream's newest commit. */
	date: string;
	/** Ids in a kind's table, before this week and now; called when all pages are read. */
	rows: (kind: Kind) => Promise<Elsewhere | undefined>;
	kinds: readonly Kind[];
	jobs: number;
	acceptShrink: boolean;
	progress: Progress;
}

/** Lists the pages of the archive. */
export async function listPages(repository: Pinned): Promise<Listing> {
	const { files, skipped } = await listTree(repository);
	const { places, leftAlone } = findPages(files);
	return { places, ignored: { ...skipped, leftAlone } };
}

/**
 * Parses every page whose blob is not known yet, over `jobs` threads. Parsed pages are saved at once, so
 * that an interrupted run resumes where it stopped. Vanished pages stay while the guard doubts the loss.
 */
export async function readArchive(
	database: DatabaseSync,
	options: ReadArchiveOptions,
): Promise<SectionState[]> {
	const { repository, listing, kinds, jobs, progress } = options;
	const reader = readerVersion(...READER);
	const before = new Map(kinds.map((kind) => [kind, idsOfPages(database, kind)]));
	const known = knownBlobs(database, reader);
	const unread = listing.places.filter(
		({ kind, id, blob }) => kinds.includes(kind) && known.get(`${kind}/${id}`) !== blob,
	);
	await parseAll(database, unread, {
		repository: repository.path,
		reader,
		jobs,
		progress,
	});
	const states: SectionState[] = [];
	for (const kind of kinds) {
		const places = listing.places.filter((place) => place.kind === kind);
		const state: SectionState = {
			kind,
			pages: places.length,
			touched: unread.filter((place) => place.kind === kind).length,
			...judgeSection(database, kind, before.get(kind) ?? new Set(), places, {
				...options,
				elsewhere: await options.rows(kind),
			}),
			...countHeld(database, kind),
			coverage: [],
		};
		judgeFaults(state);
		const read = new Set(unread.flatMap((place) => (place.kind === kind ? [place.id] : [])));
		const { date, acceptShrink: accept } = options;
		state.coverage = judgeCoverage(database, state, { read, date, accept });
		states.push(state);
	}
	return states;
}

/** Accepts a section's losses, or keeps what vanished and says why. */
function judgeSection(
	database: DatabaseSync,
	kind: Kind,
	before: ReadonlySet<number>,
	places: PagePlace[],
	options: ReadArchiveOptions & { elsewhere: Elsewhere | undefined },
): Pick<SectionState, 'state' | 'reason' | 'removed' | 'gone' | 'accepted'> {
	const { repository, date, elsewhere, acceptShrink } = options;
	if (places.length === 0) {
		const state = before.size > 0 ? 'last-good' : 'missing';
		return { state, reason: 'the archive has no such pages', removed: 0, gone: 0 };
	}
	const judgements = new Judgements(database);
	const verdict = judge({
		held: before.size > 0 ? versionOfIds(before) : undefined,
		candidate: versionOfIds(places.map(({ id }) => id)),
		doubt: judgements.doubtOf(kind),
		date,
		...(elsewhere && { elsewhere }),
		accept: acceptShrink,
	});
	if (!verdict.take) {
		judgements.doubt(kind, verdict.doubt);
		return { state: 'last-good', reason: verdict.reason, removed: 0, gone: 0 };
	}
	const { commit } = repository;
	const removed = removeVanished(database, kind, places);
	// The pages went with this same commit when it was first read.
	const taken = removed > 0 ? takenOf(verdict) : judgements.lossesOf(kind, commit);
	judgements.take(kind, commit, taken);
	judgements.remember(kind, before, new Set(places.map(({ id }) => id)));
	return { state: 'current', removed, ...taken };
}

/** If more than one page in twenty cannot be understood, the section's format has changed. */
function judgeFaults(state: SectionState): void {
	if (state.state !== 'current' || state.faults <= Math.max(5, state.pages * GREATEST_FAULTS))
		return;
	state.state = state.lost === state.held ? 'missing' : 'last-good';
	state.reason = `${count(state.faults, 'page')} of ${state.pages} could not be understood`;
}

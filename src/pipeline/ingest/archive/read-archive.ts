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

/** What parses a page, and what keeps it. */
const READER = ['read-row.ts', 'page-table.ts'].map((file) => new URL(file, import.meta.url));

/** The share of pages that may be beyond understanding before the section counts as degraded. */
const GREATEST_FAULTS = 0.05;

/** What became of one section of the archive in this run. The pages are in pages.sqlite. */
export interface SectionState extends Held {
	kind: Kind;
	/** `last-good`: what vanished from the archive stays, or what could not be understood. */
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
	/** Pages that went when this commit was taken. */
	gone: number;
	/** Why this commit was in doubt, where it was taken all the same. */
	accepted?: string;
	/** Pages in the archive. */
	pages: number;
	/** Pages whose blob was not known and was parsed in this run. */
	touched: number;
	/** Pages that vanished since the last run. */
	removed: number;
	/** What its pages hold of each field. */
	coverage: FieldCoverage[];
}

/** What stands in the archive's tree and was not read, because it is not what a page looks like. */
export interface Ignored {
	symlinks: number;
	submodules: number;
	/** Files whose path is not a page's. */
	leftAlone: LeftOut[];
}

/** The pages of a commit, and what stands beside them. */
export interface Listing {
	places: PagePlace[];
	ignored: Ignored;
}

export interface ReadArchiveOptions {
	repository: Pinned;
	listing: Listing;
	/** Of the newest of upstream's commits. */
	date: string;
	/** Ids of a kind's table, before this week and in it; asked for when all pages are read. */
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
 * Parses every page whose blob is not known yet, over `jobs` threads. What is parsed is kept at once,
 * so that an interrupted run goes on where it was. Pages that vanished stay while the guard doubts it.
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

/** Takes what the archive has of a section, or leaves what vanished from it where it is and says why. */
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
	// The same commit, read again, still is the one with which they went.
	const taken = removed > 0 ? takenOf(verdict) : judgements.lossesOf(kind, commit);
	judgements.take(kind, commit, taken);
	judgements.remember(kind, before, new Set(places.map(({ id }) => id)));
	return { state: 'current', removed, ...taken };
}

/** A section with more than one page in twenty not understood is no longer what we know how to read. */
function judgeFaults(state: SectionState): void {
	if (state.state !== 'current' || state.faults <= Math.max(5, state.pages * GREATEST_FAULTS))
		return;
	state.state = state.lost === state.held ? 'missing' : 'last-good';
	state.reason = `${count(state.faults, 'page')} of ${state.pages} could not be understood`;
}

import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../src/domain/kinds.ts';
import type { LeftOut } from '../../lib/left-out.ts';
import { count } from '../../lib/output.ts';
import type { Progress } from '../../lib/progress.ts';
import { listTree, type Pinned } from '../../upstream/read-git.ts';
import { roomVersion } from '../room-version.ts';
import { judgeCoverage, type FieldCoverage } from './coverage.ts';
import { countHeld, knownBlobs, removeVanished, type Held } from './page-table.ts';
import type { PagePlace } from './page.ts';
import { findPages } from './page-path.ts';
import { parseAll } from './parse-all.ts';

/** A section that fell by more than this share keeps its vanished pages. */
const GREATEST_FALL = 0.05;

/** The share of pages that may be beyond understanding before the section counts as degraded. */
const GREATEST_FAULTS = 0.05;

/** What became of one section of the archive in this run. The pages are in pages.sqlite. */
export interface SectionState extends Held {
	kind: Kind;
	state: 'current' | 'last-good' | 'missing';
	reason?: string;
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

export interface ReadArchiveOptions {
	repository: Pinned;
	kinds: readonly Kind[];
	jobs: number;
	acceptShrink: boolean;
	/** Of the newest of upstream's commits. */
	date: string;
	progress: Progress;
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
	const { places, leftAlone } = findPages(files);
	const ignored = { ...skipped, leftAlone };
	const sections = options.kinds.map((kind) => {
		const section = places.filter((place) => place.kind === kind);
		return sectionState(database, kind, section, options.acceptShrink);
	});
	const known = knownBlobs(database, reader);
	const unread = places.filter(
		({ kind, id, blob }) => options.kinds.includes(kind) && known.get(`${kind}/${id}`) !== blob,
	);
	const { repository, jobs, progress } = options;
	await parseAll(database, unread, {
		repository: repository.path,
		reader,
		jobs,
		progress,
	});
	for (const state of sections) {
		state.touched = unread.filter((place) => place.kind === state.kind).length;
		if (state.state === 'current') state.removed = removeVanished(database, state.kind, places);
		Object.assign(state, countHeld(database, state.kind));
		judgeFaults(state);
		const read = new Set(unread.flatMap(({ kind, id }) => (kind === state.kind ? [id] : [])));
		const { date, acceptShrink: accept } = options;
		state.coverage = judgeCoverage(database, state, { read, date, accept });
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

function sectionState(
	database: DatabaseSync,
	kind: Kind,
	places: PagePlace[],
	acceptShrink: boolean,
): SectionState {
	const before = countHeld(database, kind).held;
	const state: SectionState = {
		kind,
		state: 'current',
		pages: places.length,
		held: 0,
		touched: 0,
		removed: 0,
		faults: 0,
		lost: 0,
		coverage: [],
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

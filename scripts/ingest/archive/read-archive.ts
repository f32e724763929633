import type { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../src/domain/kinds.ts';
import { isKind } from '../../../src/domain/kinds.ts';
import { count } from '../../lib/output.ts';
import type { Progress } from '../../lib/progress.ts';
import { listTree, type Pinned, type TreeFile } from '../../upstream/read-git.ts';
import { roomVersion } from '../room-version.ts';
import { countHeld, knownBlobs, removeVanished, type Held } from './page-table.ts';
import type { PagePlace } from './page.ts';
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
	const { repository, jobs, progress } = options;
	await parseAll(database, unread, {
		repository: repository.path,
		reader,
		site: null,
		jobs,
		progress,
	});
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

import { MirrorError } from '../../core/errors.ts';
import { openGit } from './git.ts';
import { publicUrl } from './public-url.ts';
import type { RepositoryName, Source } from './source.ts';

/** The two upstream repositories, each at a known commit. */
export type Upstream = Record<RepositoryName, Repository>;

export interface Repository {
	/** Where it came from, without credentials. */
	url: string;
	/** The bare clone. */
	path: string;
	/** 40 hex digits. */
	commit: string;
	/** When that commit was made, `YYYY-MM-DDTHH:MM:SSZ`. */
	date: string;
	/** `kept`: what upstream has now does not look like the repository, so the earlier commit stays. */
	fetched: 'cloned' | 'updated' | 'unchanged' | 'offline' | 'kept';
	/** A note for the report, or absent. */
	note?: string;
}

/**
 * Reads the commit that a ref of a bare clone names, and its date.
 *
 * @throws Error when there is no such commit
 */
export async function readCommit(
	path: string,
	ref: string,
): Promise<Pick<Repository, 'commit' | 'date'>> {
	const git = openGit(path);
	const commit = await git.raw('rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`);
	const seconds = await git.raw('log', '-1', '--no-show-signature', '--format=%ct', commit);
	return { commit, date: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
}

/**
 * Checks that a commit belongs to the expected repository.
 *
 * @throws UnlikeRepository saying what is missing
 */
export async function checkContents(path: string, commit: string, source: Source): Promise<void> {
	const git = openGit(path);
	const found = await git.raw('ls-tree', '-z', '--name-only', commit);
	if (found === '') throw unlike(source, 'its main branch is empty');
	const marks = MARKS[source.name];
	const present = await git.raw('ls-tree', '-z', commit, ...marks);
	if (present === '') throw unlike(source, `it has no ${marks.join(', no ')}`);
}

/** Files that only the right repository has. */
const MARKS: Record<RepositoryName, readonly string[]> = {
	data: ['csv'],
	archive: ['tunes', 'recordings', 'sessions', 'events', 'discussions'],
};

/** What was fetched is not the expected repository. */
export class UnlikeRepository extends MirrorError {}

function unlike({ name, url }: Source, why: string): UnlikeRepository {
	return new UnlikeRepository(
		`${publicUrl(url)} does not look like the ${name} repository: ${why}.`,
		`Set MIRROR_${name.toUpperCase()}_URL to the right one. What was fetched before is untouched.`,
	);
}

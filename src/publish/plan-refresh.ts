import type { UpstreamLock } from '../pipeline/sync/upstream-lock.ts';

/** The commits of upstream, wherever they are told of. */
export type Commits = Pick<UpstreamLock, 'data' | 'archive'>;

export interface RefreshState {
	/** Undefined when there is none yet. */
	lock: UpstreamLock | undefined;
	/** Upstream's newest. */
	newest: Commits;
	/** What the live site was built from; `none` where no site is, undefined when that is not known. */
	live: Record<'data' | 'archive', string> | 'none' | undefined;
	/** `again`: deploy whatever stands; `code`: deploy because the mirror's own code changed. */
	asked: 'again' | 'code' | undefined;
	/** Milliseconds since 1970. */
	now: number;
}

export interface RefreshPlan {
	/** What to write, or undefined when the lock may stay. */
	lock: UpstreamLock | undefined;
	deploy: boolean;
	/** For a person, one sentence. */
	reason: string;
}

/** GitHub switches the schedules of a repository off after 60 days without a commit. */
const QUIET_DAYS = 50;

/**
 * Decides what a refresh does. Whatever deploys upstream's state anew writes a new lock, also with the
 * commits of the last: a second deploy of the same commit may leave the first one's site up.
 */
export function planRefresh({ lock, newest, live, asked, now }: RefreshState): RefreshPlan {
	const fresh: UpstreamLock = {
		version: 1,
		written: `${new Date(now).toISOString().slice(0, 19)}Z`,
		data: newest.data,
		archive: newest.archive,
	};
	const anew = (reason: string): RefreshPlan => ({ lock: fresh, deploy: true, reason });
	if (!lock) return anew('Nothing was locked yet.');
	const moved = NAMES.filter((name) => !isSame(lock[name], newest[name]));
	if (moved.length > 0) return anew(`Upstream has moved: ${moved.join(' and ')}.`);
	if (asked === 'again') return anew('Asked for by hand.');
	if (asked === 'code') return { lock: undefined, deploy: true, reason: 'The code has changed.' };
	if (live === 'none') return anew('There is no live site yet.');
	if (live && NAMES.some((name) => live[name] !== lock[name].commit))
		return anew('The live site is not of the commits that are locked: the last deploy failed.');
	const days = Math.floor((now - Date.parse(lock.written)) / 86_400_000);
	if (days >= QUIET_DAYS)
		return anew(`Nothing has happened for ${days} days, and GitHub forgets schedules after 60.`);
	return { lock: undefined, deploy: false, reason: 'Nothing has moved.' };
}

const NAMES = ['data', 'archive'] as const;

function isSame(one: Commits['data'], other: Commits['data']): boolean {
	return one.url === other.url && one.commit === other.commit;
}

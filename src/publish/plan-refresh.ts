import type { UpstreamLock } from '../pipeline/sync/upstream-lock.ts';

/** The commits of upstream, in a lock or elsewhere. */
export type Commits = Pick<UpstreamLock, 'data' | 'archive'>;

export interface RefreshState {
	/** Undefined when there is none yet. */
	lock: UpstreamLock | undefined;
	/** Upstream's newest. */
	newest: Commits;
	/** What the live site was built from; `none` if there is no site, undefined when unknown. */
	live: Record<'data' | 'archive', string> | 'none' | undefined;
	/** `again`: deploy in any case; `code`: deploy because the mirror's own code changed. */
	asked: 'again' | 'code' | undefined;
	/** Milliseconds since 1970. */
	now: number;
}

export interface RefreshPlan {
	/** The lock to write, or undefined to keep the current one. */
	lock: UpstreamLock | undefined;
	deploy: boolean;
	/** One sentence for a person. */
	reason: string;
}

/** GitHub disables the schedules of a repository after 60 days without a commit. */
const QUIET_DAYS = 50;

/**
 * Decides what a refresh does. Every new deploy of upstream's state writes a new lock, even with unchanged
 * commits: a second deploy from the same commit may leave the first one's site up.
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

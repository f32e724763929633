import path from 'node:path';
import { MirrorError } from '../../core/errors.ts';
import { announce, count } from '../../cli/output.ts';
import type { Progress } from '../../cli/progress.ts';
import { silent } from '../../cli/progress.ts';
import type { Clone } from './clone.ts';
import { makeClone, readClone, tidyUp, updateClone } from './clone.ts';
import type { FetchOptions } from './fetch-main.ts';
import { failureKind, fetchError } from './git-failure.ts';
import { UnlikeRepository, type Repository, type Upstream } from './repository.ts';
import type { RepositoryName, Source } from './source.ts';
import { publicUrl } from './public-url.ts';
import { lockedCommit, type UpstreamLock } from './upstream-lock.ts';

/**
 * Brings the bare clones `${work}/upstream/{data,archive}.git` to the newest commit of `main` or to the
 * locked one, or leaves them as they are. A clone changes only once the new commit is complete and looks
 * right. The caller must hold the lock of the work folder.
 *
 * @throws MirrorError when there is nothing to go on with; the signal's reason when aborted
 */
export async function sync(options: SyncOptions): Promise<Upstream> {
	const data = await syncOne('data', options);
	const archive = await syncOne('archive', options);
	return { data, archive };
}

async function syncOne(name: RepositoryName, options: SyncOptions): Promise<Repository> {
	const folder = path.join(options.work, 'upstream', `${name}.git`);
	const source: Source = { name, folder, url: options.urls[name] };
	try {
		options.signal?.throwIfAborted();
		await tidyUp(source);
		const clone = await readClone(source);
		const ours = clone?.url === source.url ? clone : undefined;
		const locked = options.locked && lockedCommit(source, options.locked);
		if (locked !== undefined && ours?.commit === locked) return describe(source, ours, 'unchanged');
		if (options.offline) return offline(source, ours, clone?.url, options);
		if (!ours) return describe(source, await makeClone(source, fetching(name, options)), 'cloned');
		return await update(source, ours, options);
	} catch (error) {
		options.signal?.throwIfAborted();
		if (error instanceof MirrorError) throw error;
		throw fetchError(failureKind(error), source, error);
	}
}

async function update(source: Source, clone: Clone, options: SyncOptions): Promise<Repository> {
	try {
		const updated = await updateClone(source, fetching(source.name, options));
		return describe(source, updated, updated.commit === clone.commit ? 'unchanged' : 'updated');
	} catch (error) {
		options.signal?.throwIfAborted();
		if (error instanceof UnlikeRepository && !options.locked) {
			const note = `${error.message} Going on with ${howOld(source, clone, options)}`;
			warn(options, note);
			return describe(source, clone, 'kept', note);
		}
		if (error instanceof MirrorError) throw error;
		const kind = failureKind(error);
		const { message } = fetchError(kind, source, error);
		// With a locked commit, no other commit will do.
		if (!options.locked && (kind === 'silent' || kind === 'unreachable')) {
			const note = `${message} Going on with ${howOld(source, clone, options)}`;
			warn(options, note);
			return describe(source, clone, 'offline', note);
		}
		if (kind !== 'unknown') throw error;
		// Our clone may be at fault, so a fresh one decides.
		const note = `${message} Cloned again.`;
		const fresh = await makeClone(source, fetching(source.name, options));
		warn(options, note);
		return describe(source, fresh, 'cloned', note);
	}
}

function offline(
	source: Source,
	clone: Clone | undefined,
	otherUrl: string | undefined,
	options: SyncOptions,
): Repository {
	if (clone && options.locked) {
		throw new MirrorError(
			`The clone of the ${source.name} repository is at ${clone.commit}, not where the lock says.`,
			'Run once without --offline, or without --locked.',
		);
	}
	if (clone)
		return describe(source, clone, 'offline', `Offline: ${howOld(source, clone, options)}`);
	const { name, folder } = source;
	throw new MirrorError(
		otherUrl
			? `The clone in ${folder} is of ${publicUrl(otherUrl)}, not of ${publicUrl(source.url)}.`
			: `There is no complete clone of the ${name} repository in ${folder} to work on offline.`,
		'Run once without --offline.',
	);
}

function describe(
	source: Source,
	clone: Clone,
	fetched: Repository['fetched'],
	note?: string,
): Repository {
	const { path: folder, commit, date } = clone;
	return { url: publicUrl(source.url), path: folder, commit, date, fetched, ...(note && { note }) };
}

/** `the data repository of 2026-05-14, 13 days old.` */
function howOld({ name }: Source, { date }: Clone, { now = Date.now }: SyncOptions): string {
	const days = Math.max(0, Math.floor((now() - Date.parse(date)) / 86_400_000));
	return `the ${name} repository of ${date.slice(0, 10)}, ${count(days, 'day')} old.`;
}

function warn(options: SyncOptions, message: string): void {
	if (options.warn) options.warn(message);
	else announce('warning', message);
}

function fetching(name: RepositoryName, options: SyncOptions): FetchOptions {
	const { showProgress = () => silent } = options;
	return {
		signal: options.signal,
		commit: options.locked?.[name].commit,
		silenceMs: options.silenceMs ?? 120_000,
		retryDelays: options.retryDelays ?? [1000, 4000],
		show: (stage) => showProgress(`sync ${name}: ${stage}`),
	};
}

export interface SyncOptions {
	urls: Record<RepositoryName, string>;
	/** The work folder. */
	work: string;
	/** Never touch the network. */
	offline: boolean;
	/** Take exactly these commits and no others. */
	locked?: UpstreamLock | undefined;
	signal?: AbortSignal;
	/** Begins a progress line; without it nothing is shown. */
	showProgress?: (label: string) => Progress;
	/** Warns that the run goes on with less than it asked for; announces by default. */
	warn?: (message: string) => void;
	/** Milliseconds without output from git after which it is stopped, 120,000 by default. */
	silenceMs?: number;
	/** Milliseconds to wait before the second and third try. */
	retryDelays?: readonly number[];
	/** Milliseconds since 1970. */
	now?: () => number;
}

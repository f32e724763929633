import { setTimeout as sleep } from 'node:timers/promises';
import type { SimpleGitProgressEvent } from 'simple-git';
import type { Progress } from '../../cli/progress.ts';
import { failureKind } from './git-failure.ts';
import { openGit } from './git.ts';

/** Where a fetched commit waits until it is verified. */
export const INCOMING = 'refs/mirror/incoming';

/**
 * Fetches a single commit into {@link INCOMING} of a bare repository: the one asked for, or the newest of
 * `main`. Retries when the failure looks temporary.
 *
 * @throws the error of git, or the reason of the signal
 */
export async function fetchMain(path: string, url: string, options: FetchOptions): Promise<void> {
	for (const delay of [...options.retryDelays, undefined]) {
		try {
			await fetchOnce(path, url, options);
			return;
		} catch (error) {
			options.signal?.throwIfAborted();
			if (delay === undefined || failureKind(error) !== 'unreachable') throw error;
			await sleep(delay, undefined, options.signal && { signal: options.signal }).catch(() =>
				options.signal?.throwIfAborted(),
			);
		}
	}
}

async function fetchOnce(path: string, url: string, options: FetchOptions): Promise<void> {
	const { signal, silenceMs, show, commit } = options;
	const stages = stageProgress(show);
	const git = openGit(path, {
		url,
		progress: stages.update,
		timeout: { block: silenceMs },
		...(signal && { abort: signal }),
	});
	try {
		await git.raw('update-ref', '-d', INCOMING);
		await git.fetch([
			'--depth=1',
			'--no-tags',
			'--no-recurse-submodules',
			'--no-write-fetch-head',
			'origin',
			`+${commit ?? 'refs/heads/main'}:${INCOMING}`,
		]);
	} finally {
		stages.end();
	}
}

/** Git restarts its percentage in each stage (receiving, resolving), so each gets a line of its own. */
function stageProgress(show: FetchOptions['show']): StageProgress {
	let stage = '';
	let line: Progress | undefined;
	return {
		update(event) {
			if (event.stage === 'remote:') return;
			if (event.stage !== stage) {
				line?.end();
				stage = event.stage;
				line = show(stage);
			}
			line?.update(event.processed, event.total);
		},
		end: () => line?.end(),
	};
}

export interface FetchOptions {
	/** 40 hex digits; the newest of `main` when absent. */
	commit?: string | undefined;
	signal?: AbortSignal | undefined;
	/** Milliseconds without output after which git is stopped. */
	silenceMs: number;
	/** Milliseconds to wait before each further try. */
	retryDelays: readonly number[];
	/** Begins the progress line for one of git's stages. */
	show: (stage: string) => Progress;
}

interface StageProgress {
	update: (event: SimpleGitProgressEvent) => void;
	end: () => void;
}

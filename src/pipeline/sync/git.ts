import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { GitError, GitPluginError, simpleGit } from 'simple-git';
import type { SimpleGit, SimpleGitOptions } from 'simple-git';
import { gitEnvironment, NO_CONFIGURATION, remoteEnvironment } from './git-environment.ts';

/**
 * A simple-git instance that works on one bare repository and nothing else: no hooks, no prompts, no
 * background work, no search for a repository in parent folders. Every exit code but 0 rejects.
 *
 * @param repository path of an existing folder, a bare repository or about to become one
 * @param options.url the one remote that may be contacted; decides whether plain http is allowed
 * @param options.env further `GIT_*` variables
 */
export function openGit(repository: string, options: OpenOptions = {}): SimpleGit {
	const { url, env, ...rest } = options;
	const all = {
		...environmentOf(repository),
		...remoteEnvironment(url),
		...env,
	};
	return simpleGit({
		baseDir: repository,
		config: [
			'core.hooksPath=/dev/null',
			'fetch.unpackLimit=1',
			'gc.auto=0',
			'maintenance.auto=false',
		],
		// simple-git refuses these two whatever the value; ours are the constants above.
		unsafe: { allowUnsafeHooksPath: true, allowUnsafeAskPass: true },
		allowEnvironment: [...Object.keys(all).filter((name) => /^GIT_/i.test(name)), 'SSH_ASKPASS'],
		trimmed: true,
		errors: everyFailure,
		...rest,
	}).env(all);
}

/** Starts git on a repository, ignoring the user's configuration; standard error is kept separate. */
export function spawnGit(repository: string, args: readonly string[]): GitProcess {
	return spawn('git', args, {
		env: { ...environmentOf(repository), ...NO_CONFIGURATION },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
}

/**
 * GIT_DIR names the repository, so that a damaged one is an error instead of falling back to the project
 * around it, and its owner does not matter (`safe.directory`).
 */
function environmentOf(repository: string): Record<string, string> {
	return { ...gitEnvironment(), GIT_DIR: path.resolve(repository) };
}

/**
 * By default simple-git treats a git that was killed, or failed without output, as a success, and includes
 * in the error every percentage that git printed before.
 */
const everyFailure: NonNullable<SimpleGitOptions['errors']> = (error, { exitCode, stdErr }) => {
	if (error instanceof GitPluginError || exitCode === 0) return error;
	const lines = Buffer.concat(stdErr)
		.toString()
		.split(/[\r\n]+/);
	const words = lines.filter((line) => line.trim() && !/^[\w :]+ \d+% \(/.test(line));
	return new GitError(undefined, words.join('\n') || `git ended with ${exitCode ?? 'a signal'}`);
};

export interface OpenOptions extends Partial<
	Pick<SimpleGitOptions, 'abort' | 'progress' | 'timeout'>
> {
	url?: string;
	env?: Record<string, string>;
}

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

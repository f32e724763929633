import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { MirrorError, systemCode } from '../../core/errors.ts';
import { gitEnvironment, NO_CONFIGURATION, remoteEnvironment } from './git-environment.ts';
import { publicUrl } from './public-url.ts';
import type { RepositoryName } from './source.ts';

/**
 * Asks a host for the newest commit of `main`, without fetching anything.
 *
 * @throws MirrorError when there is no answer
 */
export async function newestCommit(name: RepositoryName, url: string): Promise<string> {
	// `--` makes git treat the address as an argument, never as an option.
	const args = ['ls-remote', '--quiet', '--', url, 'refs/heads/main'];
	const options = {
		cwd: tmpdir(),
		env: { ...gitEnvironment(), ...NO_CONFIGURATION, ...remoteEnvironment(url) },
		timeout: 120_000,
	};
	const next = `See that it is there and that MIRROR_${name.toUpperCase()}_URL is right, then run again. The site stays as it is.`;
	let answer: string;
	try {
		answer = (await promisify(execFile)('git', args, options)).stdout;
	} catch (error) {
		const why = systemCode(error) === 'ENOENT' ? 'git is not installed' : lastWords(error);
		throw new MirrorError(
			`The ${name} repository at ${publicUrl(url)} does not answer (${publicUrl(why)}).`,
			next,
			{ cause: error },
		);
	}
	const commit = /^([0-9a-f]{40})\trefs\/heads\/main$/m.exec(answer)?.[1];
	if (commit) return commit;
	throw new MirrorError(`${publicUrl(url)} has no branch "main".`, next);
}

function lastWords(error: unknown): string {
	const said = (error as { stderr?: string }).stderr ?? '';
	return /^(?:fatal|error|ssh): (.+)$/m.exec(said)?.[1] ?? 'it fell silent';
}

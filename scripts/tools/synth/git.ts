import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The environment without variables that would point git at another repository. */
export function gitEnvironment(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
	);
}

/** Runs git and returns its output, trimmed; for output under a megabyte. */
export async function git(...args: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)('git', args, { env: gitEnvironment() });
	return stdout.trim();
}

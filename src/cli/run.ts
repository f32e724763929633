import { MirrorError, systemCode } from '../core/errors.ts';
import { announce } from './output.ts';

/**
 * Runs a command: for a problem that a person can fix, prints its message and sets its exit code; for a bug,
 * shows the stack, with exit code 1.
 */
export async function run(main: () => Promise<void> | void): Promise<void> {
	try {
		await main();
	} catch (error) {
		const problem = asProblem(error);
		if (problem) {
			announce('error', `${problem.message}\n${problem.next}`);
			process.exitCode = problem.exitCode;
		} else {
			console.error(error);
			process.exitCode = 1;
		}
	}
}

/** SQLite's code for a full disk. */
const SQLITE_FULL = 13;

/** The error as a problem that a person can fix, if it is one; a full disk can occur anywhere. */
export function asProblem(error: unknown): MirrorError | undefined {
	if (error instanceof MirrorError) return error;
	const sqlite = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
	if (systemCode(error) !== 'ENOSPC' && sqlite !== SQLITE_FULL) return undefined;
	return new MirrorError(
		'The disk is full.',
		'Make room where MIRROR_WORK and MIRROR_OUT are and run it again: nothing that was there before is lost.',
		{ cause: error },
	);
}

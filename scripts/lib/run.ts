import { MirrorError } from '../../src/errors.ts';
import { announce } from './output.ts';

/**
 * Runs an entry: prints the one message of a MirrorError and sets its exit code; lets a bug show its
 * stack with exit code 1.
 */
export async function run(main: () => Promise<void> | void): Promise<void> {
	try {
		await main();
	} catch (error) {
		if (error instanceof MirrorError) {
			announce('error', `${error.message}\n${error.next}`);
			process.exitCode = error.exitCode;
		} else {
			console.error(error);
			process.exitCode = 1;
		}
	}
}

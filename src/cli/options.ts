import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { systemCode, usageError } from '../core/errors.ts';

/**
 * Reads a command's options.
 *
 * @throws MirrorError (exit code 2) for an option that does not exist or lacks its value
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(options: T, help: string) {
	return asUsage(() => parseArgs({ options }).values, help);
}

/** The same for a command that also takes names, such as a folder: the `positionals`. */
export function readArguments<const T extends ParseArgsOptionsConfig>(options: T, help: string) {
	return asUsage(() => parseArgs({ options, allowPositionals: true }), help);
}

function asUsage<T>(read: () => T, help: string): T {
	try {
		return read();
	} catch (error) {
		if (!systemCode(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
		throw usageError((error as Error).message, help);
	}
}

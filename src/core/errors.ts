/**
 * A problem that somebody can fix. The message says what happened and where; `next` says what to do about it.
 * Commands print both and exit with `exitCode`; any other error is a bug and shows its stack.
 */
export class MirrorError extends Error {
	readonly next: string;
	/** 1: a problem somebody can fix; 2: wrong usage. */
	readonly exitCode: 1 | 2;

	constructor(message: string, next: string, options: { cause?: unknown; exitCode?: 1 | 2 } = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		this.name = 'MirrorError';
		this.next = next;
		this.exitCode = options.exitCode ?? 1;
	}
}

/** Wrong usage of a command: exit code 2. */
export function usageError(message: string, next: string): MirrorError {
	return new MirrorError(message, next, { exitCode: 2 });
}

/** The code of a system error (`ENOENT`, `ENOSPC` …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
	if (error instanceof Error && 'code' in error && typeof error.code === 'string')
		return error.code;
	return undefined;
}

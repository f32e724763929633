/** Why the library could not do what was requested. */
export type LibraryFault = 'quota' | 'damaged' | 'network' | 'gone' | 'blocked';

/** Its message is written for the reader: what happened, and what to do next. */
export class LibraryError extends Error {
	override readonly name = 'LibraryError';
	readonly kind: LibraryFault;

	constructor(kind: LibraryFault, message: string, options?: ErrorOptions) {
		super(message, options);
		this.kind = kind;
	}
}

/** Turns a browser's own error for a full disk into ours; leaves any other error as it is. */
export function inOurWords(error: unknown): unknown {
	if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') return error;
	return new LibraryError(
		'quota',
		'There is no room left on this device for more. What was kept stays; remove a pack or make room, then go on.',
		{ cause: error },
	);
}

/** Aborts a request when nothing has come of it for too long, or the caller's signal aborts. */
export class Stall {
	readonly #controller = new AbortController();
	readonly #patience: number;
	readonly #caller: AbortSignal | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param patience in milliseconds */
	constructor(patience: number, caller: AbortSignal | undefined) {
		this.#patience = patience;
		this.#caller = caller;
		// By hand: phones of 2023 have no AbortSignal.any.
		caller?.addEventListener('abort', this.#follow);
		if (caller?.aborted) this.#follow();
		this.begin();
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Something has come: the waiting begins anew. */
	begin(): void {
		clearTimeout(this.#timer);
		const reason = new DOMException('Nothing came for too long.', 'TimeoutError');
		this.#timer = setTimeout(() => this.#controller.abort(reason), this.#patience);
	}

	/** Nothing is waited for any more; what has not come of the request is let go. */
	end(): void {
		clearTimeout(this.#timer);
		this.#caller?.removeEventListener('abort', this.#follow);
		this.#controller.abort();
	}

	readonly #follow = (): void => this.#controller.abort(this.#caller?.reason);
}

export function isStall(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'TimeoutError';
}

/** @throws DOMException when the signal aborts it */
export async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	await new Promise<void>((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
	});
	signal?.throwIfAborted();
}

/** Aborts a request when no data has arrived for too long, or when the caller's signal aborts. */
export class Stall {
	readonly #controller = new AbortController();
	readonly #patience: number;
	readonly #caller: AbortSignal | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param patience in milliseconds */
	constructor(patience: number, caller: AbortSignal | undefined) {
		this.#patience = patience;
		this.#caller = caller;
		// Not AbortSignal.any: phones from 2023 lack it.
		caller?.addEventListener('abort', this.#follow);
		if (caller?.aborted) this.#follow();
		this.begin();
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Restarts the timer: data has arrived. */
	begin(): void {
		clearTimeout(this.#timer);
		const reason = new DOMException('Nothing came for too long.', 'TimeoutError');
		this.#timer = setTimeout(() => this.#controller.abort(reason), this.#patience);
	}

	/** Stops waiting and discards the rest of the request. */
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

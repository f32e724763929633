/**
 * The period over which download speed is measured: long enough not to jump, short enough to follow the
 * connection.
 */
const WINDOW_MS = 10_000;
/** A shorter measurement is meaningless. */
const LEAST_MS = 1000;

/** Measures the speed of a download. */
export class Pace {
	#marks: { at: number; bytes: number }[] = [];

	/** Records the total received so far. */
	note(bytes: number, at: number): void {
		if (bytes < (this.#marks.at(-1)?.bytes ?? 0)) this.#marks = [];
		this.#marks.push({ at, bytes });
		while (this.#marks.length > 2 && at - (this.#marks[0]?.at ?? at) > WINDOW_MS)
			this.#marks.shift();
	}

	/** Bytes per second; undefined while it is too early to say, or nothing arrives. */
	get rate(): number | undefined {
		const [first, last] = [this.#marks.at(0), this.#marks.at(-1)];
		if (!first || !last || last.at - first.at < LEAST_MS) return undefined;
		const rate = (1000 * (last.bytes - first.bytes)) / (last.at - first.at);
		return rate > 0 ? rate : undefined;
	}
}

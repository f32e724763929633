/** How far back the pace of a download is measured: it shall follow the line, and not jump. */
const WINDOW_MS = 10_000;
/** What is measured over less says nothing. */
const LEAST_MS = 1000;

/** How fast a download goes. */
export class Pace {
	#marks: { at: number; bytes: number }[] = [];

	/** Notes how much has come in all. */
	note(bytes: number, at: number): void {
		if (bytes < (this.#marks.at(-1)?.bytes ?? 0)) this.#marks = [];
		this.#marks.push({ at, bytes });
		while (this.#marks.length > 2 && at - (this.#marks[0]?.at ?? at) > WINDOW_MS)
			this.#marks.shift();
	}

	/** Bytes a second; undefined while it is too early to say, or nothing comes. */
	get rate(): number | undefined {
		const [first, last] = [this.#marks.at(0), this.#marks.at(-1)];
		if (!first || !last || last.at - first.at < LEAST_MS) return undefined;
		const rate = (1000 * (last.bytes - first.bytes)) / (last.at - first.at);
		return rate > 0 ? rate : undefined;
	}
}

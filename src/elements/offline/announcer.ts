/** Progress is read out no more often than this. */
const PAUSE_MS = 5000;

/** Says things in a live region without talking over itself. */
export class Announcer {
	readonly #place: HTMLElement;
	#last = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(place: HTMLElement) {
		this.#place = place;
	}

	/** Says it now: something has happened. */
	say(text: string): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#last = performance.now();
		if (this.#place.textContent !== text) this.#place.textContent = text;
	}

	/** Says how far something is, when it is time to; of what comes in between, the last. */
	tell(text: () => string): void {
		if (this.#timer !== undefined) clearTimeout(this.#timer);
		const wait = Math.max(0, this.#last + PAUSE_MS - performance.now());
		this.#timer = setTimeout(() => this.say(text()), wait);
	}
}

/** The shortest time between two progress announcements. */
const PAUSE_MS = 5000;

/** Announces messages in a live region without interrupting itself. */
export class Announcer {
	readonly #place: HTMLElement;
	#last = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(place: HTMLElement) {
		this.#place = place;
	}

	/** Announces an event immediately. */
	say(text: string): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#last = performance.now();
		if (this.#place.textContent !== text) this.#place.textContent = text;
	}

	/** Announces progress when it is due; of the messages in between, only the last. */
	tell(text: () => string): void {
		if (this.#timer !== undefined) clearTimeout(this.#timer);
		const wait = Math.max(0, this.#last + PAUSE_MS - performance.now());
		this.#timer = setTimeout(() => this.say(text()), wait);
	}
}

import type { Companion } from './companions.ts';
import { Pace } from './pace.ts';
import type { Progress } from './pack-words.ts';

/** What is happening to a pack. */
export interface Activity {
	/** Undefined while it waits for its turn. */
	progress?: Progress;
	/** The pack is complete; what is fetched with it is still downloading. */
	beside?: boolean;
	/** It is being removed. */
	isLeaving?: boolean;
	/** Why it ended, for the reader. */
	failure?: string;
}

/** How a pack is downloaded; rejects with an error whose message is for the reader. */
export interface Fetcher {
	fetchPack: (
		id: string,
		options: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
	) => Promise<void>;
	companionsOf: (id: string) => Promise<Companion[]>;
	keepCompanion: (companion: Companion) => Promise<void>;
}

/**
 * Downloads of this page, one after another in the order requested. Dispatches `change`, and `done` with the
 * id of each that has ended, successfully or not.
 */
export class Downloads extends EventTarget {
	readonly #fetcher: Fetcher;
	readonly #activities = new Map<string, Activity>();
	readonly #waiting: string[] = [];
	#running: { id: string; abort: AbortController } | undefined;

	constructor(fetcher: Fetcher) {
		super();
		this.#fetcher = fetcher;
	}

	of(id: string): Activity | undefined {
		return this.#activities.get(id);
	}

	start(id: string): void {
		if (this.#isRunning(id) || this.#waiting.includes(id)) return;
		this.#waiting.push(id);
		this.#note(id, {});
		if (!this.#running) void this.#runAll();
	}

	/** Pauses a download; what was received stays. */
	pause(id: string): void {
		const place = this.#waiting.indexOf(id);
		if (place >= 0) this.#waiting.splice(place, 1);
		if (this.#running?.id === id) this.#running.abort.abort();
		this.#note(id, undefined);
	}

	#isRunning(id: string): boolean {
		return this.#running?.id === id && !this.#running.abort.signal.aborted;
	}

	pauseAll(): void {
		for (const id of [...this.#waiting, ...(this.#running ? [this.#running.id] : [])])
			this.pause(id);
	}

	async #runAll(): Promise<void> {
		for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
			const abort = new AbortController();
			this.#running = { id, abort };
			const failure = await this.#run(id, abort.signal).then(
				() => undefined,
				(error: unknown) => (error as Error).message,
			);
			this.#running = undefined;
			// A paused download may already be queued again.
			if (!abort.signal.aborted) this.#note(id, failure === undefined ? undefined : { failure });
			this.dispatchEvent(new CustomEvent('done', { detail: id }));
		}
	}

	async #run(id: string, signal: AbortSignal): Promise<void> {
		const pace = new Pace();
		await this.#fetcher.fetchPack(id, {
			signal,
			onProgress: (done, total) => {
				if (signal.aborted) return;
				pace.note(done, performance.now());
				this.#note(id, { progress: { done, total, rate: pace.rate, isElsewhere: false } });
			},
		});
		for (const companion of await this.#fetcher.companionsOf(id)) {
			signal.throwIfAborted();
			this.#note(id, { beside: true });
			await this.#fetcher.keepCompanion(companion);
		}
	}

	#note(id: string, activity: Activity | undefined): void {
		if (activity) this.#activities.set(id, activity);
		else this.#activities.delete(id);
		this.dispatchEvent(new Event('change'));
	}
}

import { make, makeButton } from './make.ts';
import { bytesWords, percentWords } from './words.ts';

/** What is available since packs were last fetched. */
export interface News {
	bytes: number;
	/** When they were last fetched, in milliseconds. */
	since: number;
}

type Fetch = (options: {
	signal: AbortSignal;
	onProgress: (done: number, total: number) => void;
}) => Promise<void>;

/** Reports updates for the packs on the device, and fetches them. */
export class UpdatePanel {
	readonly #host: HTMLElement;
	readonly #fetch: Fetch;
	readonly #says = make('p');
	readonly #button = makeButton('', () => void this.#press());
	#news: News | undefined;
	#running: AbortController | undefined;
	#mayFetch = true;

	constructor(host: HTMLElement, fetch: Fetch) {
		this.#host = host;
		this.#fetch = fetch;
		host.append(this.#says, this.#button);
	}

	show(news: News | undefined, mayFetch: boolean): void {
		this.#news = news;
		this.#mayFetch = mayFetch;
		if (this.#running) return;
		this.#host.hidden = news === undefined;
		this.#button.textContent = 'Fetch what is new';
		this.#button.disabled = !mayFetch;
		if (news)
			this.#says.textContent = `New since ${dayWords(news.since, Date.now())}: ${bytesWords(news.bytes)}.`;
	}

	async #press(): Promise<void> {
		if (this.#running) return this.#running.abort();
		const running = (this.#running = new AbortController());
		this.#button.textContent = 'Pause';
		let failure = '';
		try {
			await this.#fetch({
				signal: running.signal,
				onProgress: (done, total) => {
					this.#says.textContent = `${bytesWords(done)} of ${bytesWords(total)}, ${percentWords(done, total)}`;
				},
			});
		} catch (error) {
			if (!running.signal.aborted) failure = (error as Error).message;
		}
		this.#running = undefined;
		this.show(this.#news, this.#mayFetch);
		if (failure !== '') this.#says.textContent = failure;
	}
}

/** `12 November`, with the year if it is not the current one. */
export function dayWords(time: number, now: number): string {
	const isSameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
	return new Date(time).toLocaleDateString('en-IE', {
		day: 'numeric',
		month: 'long',
		...(isSameYear ? {} : { year: 'numeric' }),
	});
}

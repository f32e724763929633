import type { Activity } from './downloads.ts';
import { confirmedButton } from './confirm.ts';
import { make, makeButton } from './make.ts';
import { lackWords, progressWords, sizeWords, type PackState } from './pack-words.ts';
import { bytesWords, percentOf, percentWords } from './words.ts';

/** The pack to begin with. */
export const POPULAR_PACK = 'tunes/popular';

/** What a reader can do with a pack. */
export interface PackActions {
	fetch: (id: string) => void;
	pause: (id: string) => void;
	remove: (id: string) => void;
}

/** A pack on the page: its name, its size, how far it is, and what to do with it. */
export class PackRow {
	readonly item = make('li', { className: 'pack' });
	readonly #size = make('span');
	readonly #says = make('p', { hidden: true });
	readonly #bar = make('progress', { hidden: true, max: 100 });
	readonly #name: HTMLElement;
	readonly #button: HTMLButtonElement;
	readonly #remove: HTMLElement;
	#state: PackState;
	#activity: Activity | undefined;

	constructor(state: PackState, { fetch, pause, remove }: PackActions) {
		const { id, name } = state.pack;
		this.#state = state;
		this.#name = nameOf(state);
		this.#name.tabIndex = -1;
		this.#bar.ariaLabel = name;
		this.#button = makeButton('', () => (this.#isGoing ? pause : fetch)(id));
		this.#remove = confirmedButton(
			'Remove',
			name,
			() => this.#loss(),
			() => remove(id),
		);
		this.item.append(
			make('div', {}, this.#name, this.#size),
			make('div', { className: 'acts' }, this.#button, this.#remove),
			this.#bar,
			this.#says,
		);
	}

	/** Shows how it is now; what is done elsewhere can only be looked at. */
	show(state: PackState, activity: Activity | undefined, mayFetch: boolean): void {
		this.#state = state;
		this.#activity = activity;
		const focused = this.item.contains(document.activeElement) ? document.activeElement : null;
		const { isKept, begun, lacks } = state;
		const isOutOfReach = activity?.isLeaving ?? activity?.progress?.isElsewhere ?? false;
		this.item.classList.toggle('kept', isKept && !activity);
		this.#size.textContent = sizeWords(state);
		this.#label(this.#verb);
		this.#button.hidden = (isKept && !activity && lacks.length === 0) || isOutOfReach;
		// One button stands out: the one to begin with.
		this.#button.classList.toggle('quiet', this.#isGoing || state.pack.id !== POPULAR_PACK);
		this.#button.disabled = !mayFetch && !this.#isGoing;
		this.#remove.hidden = (!isKept && begun === 0) || activity !== undefined;
		this.#showProgress(state, activity);
		// A button that goes must not take the reader's place on the page with it.
		if (focused?.closest('[hidden], :disabled')) {
			const rest = '.acts > button:not([hidden], :disabled), .acts > :not([hidden]) button';
			(this.item.querySelector<HTMLElement>(rest) ?? this.#name).focus();
		}
	}

	get #isGoing(): boolean {
		return this.#activity !== undefined && this.#activity.failure === undefined;
	}

	get #verb(): string {
		if (this.#isGoing) return 'Pause';
		if (this.#activity) return 'Try again';
		return this.#state.begun > 0 ? 'Go on' : 'Download';
	}

	#label(verb: string): void {
		if (this.#button.textContent !== verb) this.#button.textContent = verb;
		this.#button.ariaLabel = `${verb}: ${this.#state.pack.name}`;
	}

	#showProgress(state: PackState, activity: Activity | undefined): void {
		const { begun, missing, isKept } = state;
		const isPaused = !activity && !isKept && begun > 0;
		const progress = activity?.progress ?? (isPaused ? pausedAt(begun, missing) : undefined);
		this.#bar.hidden = progress === undefined;
		if (progress) this.#bar.value = percentOf(progress.done, progress.total);
		const still = isPaused ? pausedWords(begun, missing) : lackWords(state);
		const words = activity ? activityWords(activity) : still;
		this.#says.hidden = words === '';
		this.#says.textContent = words;
	}

	#loss(): string {
		const { bytes, begun, isKept } = this.#state;
		return isKept
			? `Remove ${bytesWords(bytes)} from this device?`
			: `Throw away the ${bytesWords(begun)} that are here?`;
	}
}

/** The pack to begin with stands out. */
function nameOf({ pack }: PackState): HTMLElement {
	return pack.id === POPULAR_PACK
		? make('h3', {}, `The ${pack.things.toLocaleString('en-IE')} most popular tunes`)
		: make('b', {}, pack.name);
}

function pausedAt(begun: number, missing: number): { done: number; total: number } {
	return { done: begun, total: begun + missing };
}

function pausedWords(begun: number, missing: number): string {
	return `Paused at ${percentWords(begun, begun + missing)}`;
}

/** What is said of a download that waits, goes or has failed. */
function activityWords({ failure, isLeaving, progress, beside }: Activity): string {
	if (failure !== undefined) return failure;
	if (isLeaving) return 'Removing …';
	if (beside) return 'The pack is here. Fetching what makes it work without signal …';
	return progress ? progressWords(progress) : 'Waiting for its turn …';
}

import type { Activity } from './downloads.ts';
import { confirmedButton } from './confirm.ts';
import { make, makeButton } from './make.ts';
import { lackWords, progressWords, sizeWords, type PackState } from './pack-words.ts';
import { bytesWords, percentOf, percentWords } from './words.ts';

/** The recommended first pack. */
export const POPULAR_PACK = 'tunes/popular';

/** The actions a reader can take on a pack. */
export interface PackActions {
	fetch: (id: string) => void;
	pause: (id: string) => void;
	remove: (id: string) => void;
}

/** A pack on the page: its name, size, progress and buttons. */
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

	/** Shows the current state; an activity in another tab can only be watched. */
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
		// Only one button is prominent: that of the recommended first pack.
		this.#button.classList.toggle('quiet', this.#isGoing || state.pack.id !== POPULAR_PACK);
		this.#button.disabled = !mayFetch && !this.#isGoing;
		this.#remove.hidden = (!isKept && begun === 0) || activity !== undefined;
		this.#showProgress(state, activity);
		// A button that disappears must not lose the reader's focus.
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
			: `Delete the ${bytesWords(begun)} that are here?`;
	}
}

/** The recommended first pack is emphasised. */
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

/** The text for a download that is waiting, running or failed. */
function activityWords({ failure, isLeaving, progress, beside }: Activity): string {
	if (failure !== undefined) return failure;
	if (isLeaving) return 'Removing …';
	if (beside) return 'The pack is here. Fetching what makes it work without signal …';
	return progress ? progressWords(progress) : 'Waiting for its turn …';
}

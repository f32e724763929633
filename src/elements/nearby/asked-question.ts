import { parseSpot } from '../../search/places/gazetteer.ts';
import type { Coordinates } from '../../search/places/distance.ts';
import type { NamedPlace } from './place-box.ts';
import { devicePosition } from './position.ts';
import { addressOf, fillForm, placeOf } from './question.ts';

/**
 * The current question, in the form and in the history: its address and, separately, the device's position,
 * which does not belong in an address.
 */
export class AskedQuestion {
	/** The device's position, while the question is about it. */
	device: NamedPlace | null = null;
	readonly #form: HTMLFormElement;
	readonly #input: HTMLInputElement;
	#asked = '';
	/** A position that arrives late must not be used for a later question. */
	#count = 0;

	constructor(form: HTMLFormElement, input: HTMLInputElement) {
		this.#form = form;
		this.#input = input;
	}

	/** Whether the history entry is this question; links within the page add entries without a state. */
	get isShown(): boolean {
		return location.hash !== '' && history.state === null
			? this.#asked.startsWith(`${location.search} `)
			: this.#asked === askedNow();
	}

	/** The position if it is known without any places: the device's or a pair of coordinates. */
	get spot(): Coordinates | undefined {
		return this.device?.spot ?? parseSpot(placeOf(this.#form));
	}

	/** Reads it from the history. */
	read(): void {
		this.#count += 1;
		this.#asked = askedNow();
		fillForm(this.#form, location.search);
		const position = positionIn(history.state);
		this.device = position && this.#input.value === '' ? deviceAt(position) : null;
	}

	/** Reads it from the form, and adds it to the history. */
	write(): void {
		this.#count += 1;
		if (placeOf(this.#form) !== '') this.device = null;
		const search = addressOf(this.#form);
		const state = this.device && { position: this.device.spot };
		if (askedBy(search, state) !== askedNow())
			history.pushState(state, '', location.pathname + search);
		this.#asked = askedNow();
	}

	/** A new question that has no address: a part of the map. */
	turn(): void {
		this.#count += 1;
	}

	/**
	 * Puts the device's position in place of a name; false when another question was asked since.
	 *
	 * @throws Error with a sentence for the reader, unless another was asked since
	 */
	async locate(): Promise<boolean> {
		const count = (this.#count += 1);
		try {
			const position = await devicePosition();
			if (count !== this.#count) return false;
			this.device = deviceAt(position);
			this.#input.value = '';
			return true;
		} catch (error) {
			if (count === this.#count) throw error;
			return false;
		}
	}
}

function deviceAt({ latitude, longitude }: Coordinates): NamedPlace {
	const spot = { latitude, longitude };
	return { spot, name: 'your position', isWide: false, others: [], isSure: true };
}

function positionIn(state: unknown): Coordinates | null {
	return (state as { position?: Coordinates } | null)?.position ?? null;
}

function askedBy(search: string, state: unknown): string {
	return `${search} ${JSON.stringify(positionIn(state))}`;
}

function askedNow(): string {
	return askedBy(location.search, history.state);
}

import { parseSpot } from '../../search/places/gazetteer.ts';
import type { Spot } from '../../search/places/distance.ts';
import type { NamedPlace } from './place-box.ts';
import { devicePosition } from './position.ts';
import { addressOf, fillForm, placeOf } from './question.ts';

/**
 * The question that is asked, in the form and in the history: its address, and beside it the device's
 * position, which does not belong in an address.
 */
export class AskedQuestion {
	/** Where the device is, while that is what is asked. */
	device: NamedPlace | null = null;
	readonly #form: HTMLFormElement;
	readonly #input: HTMLInputElement;
	#asked = '';
	/** A position that comes late belongs to none of the questions after it. */
	#count = 0;

	constructor(form: HTMLFormElement, input: HTMLInputElement) {
		this.#form = form;
		this.#input = input;
	}

	/** Whether the history shows this question; links within the page come by there too, without a state. */
	get isShown(): boolean {
		return location.hash !== '' && history.state === null
			? this.#asked.startsWith(`${location.search} `)
			: this.#asked === askedNow();
	}

	/** What is known of where it is before any places are: the device or a pair of degrees. */
	get spot(): Spot | undefined {
		return this.device?.spot ?? parseSpot(placeOf(this.#form));
	}

	/** Takes it from the history. */
	read(): void {
		this.#count += 1;
		this.#asked = askedNow();
		fillForm(this.#form, location.search);
		const position = positionIn(history.state);
		this.device = position && this.#input.value === '' ? deviceAt(position) : null;
	}

	/** Takes it from the form, and puts it in the history. */
	write(): void {
		this.#count += 1;
		if (placeOf(this.#form) !== '') this.device = null;
		const search = addressOf(this.#form);
		const state = this.device && { position: this.device.spot };
		if (askedBy(search, state) !== askedNow())
			history.pushState(state, '', location.pathname + search);
		this.#asked = askedNow();
	}

	/** Another was asked, though it is in no address: a part of the map. */
	turn(): void {
		this.#count += 1;
	}

	/**
	 * Puts the device's position in the place of a name; false when another question was asked since.
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

function deviceAt({ latitude, longitude }: Spot): NamedPlace {
	const spot = { latitude, longitude };
	return { spot, name: 'your position', isWide: false, others: [], isSure: true };
}

function positionIn(state: unknown): Spot | null {
	return (state as { position?: Spot } | null)?.position ?? null;
}

function askedBy(search: string, state: unknown): string {
	return `${search} ${JSON.stringify(positionIn(state))}`;
}

function askedNow(): string {
	return askedBy(location.search, history.state);
}

import {
	findSpots,
	isCalled,
	namedSpots,
	parseSpot,
	type NamedSpot,
} from '../../search/places/gazetteer.ts';
import { fold } from '../../core/names.ts';
import type { Coordinates } from '../../search/places/distance.ts';
import type { Place } from '../../search/places/place.ts';

const SUGGESTIONS = 8;

/** What a typed place refers to. */
export interface NamedPlace {
	spot: Coordinates;
	name: string;
	/** Whether it is an area or a country; then everything in it counts as near. */
	isWide: boolean;
	/** Other places with the same name. */
	others: string[];
	/** Whether nothing still to be loaded could be a better match. */
	isSure: boolean;
}

/** The input for a place: matches the text with the towns, areas and countries of `places`. */
export class PlaceBox {
	readonly #input: HTMLInputElement;
	readonly #list: HTMLDataListElement;
	#places: readonly Place[] = [];
	#spots: readonly NamedSpot[] | undefined;

	constructor(input: HTMLInputElement, list: HTMLDataListElement) {
		this.#input = input;
		this.#list = list;
		input.addEventListener('input', () => this.#suggest());
	}

	/** Adds places that have been loaded since; readers who are typing get more suggestions. */
	know(places: readonly Place[]): void {
		if (places === this.#places) return;
		this.#places = places;
		this.#spots = undefined;
		if (document.activeElement === this.#input) this.#suggest();
	}

	find(text: string): NamedPlace | undefined {
		const typed = parseSpot(text);
		if (typed) {
			const name = `${typed.latitude}, ${typed.longitude}`;
			return { spot: typed, name, isWide: false, others: [], isSure: true };
		}
		if (text === '') return undefined;
		const [first, ...rest] = findSpots(this.#known(), text, SUGGESTIONS);
		if (!first) return undefined;
		const others = rest.filter((spot) => isCalled(spot, text)).map(({ label }) => label);
		return {
			spot: first,
			name: first.label,
			isWide: first.isWide,
			others,
			isSure: first.folded === fold(text),
		};
	}

	#suggest(): void {
		const text = this.#input.value.trim();
		const found = text === '' ? [] : findSpots(this.#known(), text, SUGGESTIONS);
		const options = found.map(({ label }) => {
			const option = document.createElement('option');
			option.value = label;
			return option;
		});
		this.#list.replaceChildren(...options);
	}

	#known(): readonly NamedSpot[] {
		return (this.#spots ??= namedSpots(this.#places));
	}
}

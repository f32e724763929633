import { Icon } from 'leaflet/dist/leaflet-src.esm.js';
import { townOf, type Spot } from './clusters.ts';

/** How wide the button of a spot is, in pixels. */
const LEAST = 44;
const MOST = 56;
/** Of the picture of a single place. */
const DOT = 11;

/** A mark as a button, for Leaflet to place. */
export class MarkIcon extends Icon {
	readonly button = document.createElement('button');
	/** Of what is seen, in pixels. */
	readonly radius: number;
	/** What may be written below it. */
	readonly label: string | null;
	readonly #size: number;

	constructor({ place, places, count }: Spot) {
		super({ iconUrl: '' });
		this.#size = place ? LEAST : Math.min(MOST, LEAST + 3 * Math.log10(count));
		this.radius = place ? DOT : this.#size / 2;
		this.label = place ? place.name : townOf(places());
		this.button.type = 'button';
		this.button.className = `map-mark ${place ? place.kind : 'cluster'}`;
		if (!place) {
			this.button.textContent = String(count);
			this.button.ariaLabel = `${count} places${this.label === null ? '' : `, most in ${this.label}`}`;
		}
		if (this.label !== null) {
			const label = document.createElement('span');
			label.textContent = this.label;
			this.button.append(label);
		}
	}

	override createIcon(): HTMLElement {
		const { style } = this.button;
		style.inlineSize = style.blockSize = `${this.#size}px`;
		style.margin = `${-this.#size / 2}px`;
		return this.button;
	}

	override createShadow(): HTMLElement {
		// Leaflet takes null for none; its types do not say so.
		return null as unknown as HTMLElement;
	}
}

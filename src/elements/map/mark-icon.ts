import { Icon } from 'leaflet/dist/leaflet-src.esm.js';
import { townOf, type MapMark } from './clusters.ts';

/** Minimum width of a mark's button, in pixels. */
const LEAST = 44;
const MOST = 56;
/** Width of the symbol for a single place. */
const DOT = 11;

/** A mark as a button, positioned by Leaflet. */
export class MarkIcon extends Icon {
	readonly button = document.createElement('button');
	/** Radius of the visible part, in pixels. */
	readonly radius: number;
	/** The label that may go below it. */
	readonly label: string | null;
	readonly #size: number;

	constructor({ place, places, count }: MapMark) {
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
		// Leaflet accepts null for none; its types do not say so.
		return null as unknown as HTMLElement;
	}
}

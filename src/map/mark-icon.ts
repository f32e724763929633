import { Icon } from 'leaflet/dist/leaflet-src.esm.js';
import type { Spot } from './clusters.ts';

/** How wide the button of a spot is, in pixels. */
const LEAST = 44;
const MOST = 56;

/** A mark as a button, for Leaflet to place. */
export class MarkIcon extends Icon {
	readonly button: HTMLButtonElement;

	constructor(spot: Spot) {
		const size = spot.place ? LEAST : Math.min(MOST, LEAST + 3 * Math.log10(spot.count));
		super({ iconUrl: '', iconSize: [size, size] });
		this.button = spot.place ? placeButton(spot.place) : clusterButton(spot.count);
	}

	override createIcon(): HTMLElement {
		this.button.classList.add('map-mark');
		const [size = LEAST] = this.options.iconSize as [number, number];
		Object.assign(this.button.style, {
			inlineSize: `${size}px`,
			blockSize: `${size}px`,
			marginInlineStart: `${-size / 2}px`,
			marginBlockStart: `${-size / 2}px`,
		});
		return this.button;
	}

	override createShadow(): HTMLElement {
		// Leaflet takes null for none; its types do not say so.
		return null as unknown as HTMLElement;
	}
}

function placeButton({ name, kind }: { name: string; kind: string }): HTMLButtonElement {
	const button = newButton(kind);
	const label = document.createElement('span');
	label.textContent = name;
	button.append(label);
	return button;
}

function clusterButton(count: number): HTMLButtonElement {
	const button = newButton('cluster');
	button.textContent = String(count);
	button.ariaLabel = `${count} places`;
	return button;
}

function newButton(className: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = className;
	return button;
}

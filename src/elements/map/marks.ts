import { LayerGroup, Marker, type Map as LeafletMap } from 'leaflet/dist/leaflet-src.esm.js';
import { Clusters, type MapMark } from './clusters.ts';
import { labelsWithRoom } from './labels.ts';
import { MarkIcon } from './mark-icon.ts';
import type { MapBounds, MapPlace } from './place.ts';

export interface Mark {
	spot: MapMark;
	marker: Marker;
	icon: MarkIcon;
}

/**
 * The marks of the places in view, crowded places grouped. Their order in the page is that of the places, so
 * that Tab follows the list.
 */
export class Marks {
	readonly #map: LeafletMap;
	readonly #choose: (mark: Mark) => void;
	readonly #layer = new LayerGroup();
	#keys = '';
	#clusters = new Clusters([]);
	#marks = new Map<string, Mark>();
	#highlighted: string | null = null;

	constructor(map: LeafletMap, choose: (mark: Mark) => void) {
		this.#map = map;
		this.#choose = choose;
		this.#layer.addTo(map);
	}

	setPlaces(places: readonly MapPlace[]): void {
		// The list often changes while the places do not, and indexing ten thousand takes a tenth of a
		// second.
		const keys = places.map(({ key }) => key).join(' ');
		if (keys === this.#keys) return;
		this.#keys = keys;
		this.#clusters = new Clusters(places);
		this.draw();
	}

	/** Updates the marks to the current view; the focus stays on the mark, or on the one that replaced it. */
	draw(): void {
		const before = this.#marks;
		const focused = [...before.values()].find(({ icon }) => icon.button === document.activeElement);
		const [held] = focused?.spot.places() ?? [];
		this.#marks = new Map();
		for (const spot of this.#clusters.within(boundsOf(this.#map), this.#map.getZoom())) {
			const mark = before.get(spot.id) ?? this.#newMark(spot);
			before.delete(spot.id);
			this.#marks.set(spot.id, Object.assign(mark, { spot }));
			mark.marker.setLatLng([spot.latitude, this.#nearest(spot.longitude)]);
		}
		for (const { marker } of before.values()) this.#layer.removeLayer(marker);
		this.#order();
		this.#label();
		this.#showHighlight();
		if (held && document.activeElement !== focused?.icon.button) this.focus(held.key);
	}

	/** Highlights the mark of a place, or the group it is in. */
	highlight(key: string | null): void {
		this.#highlighted = key;
		this.#showHighlight();
	}

	/** Moves the focus to the mark of the place, or to the map when there is none. */
	focus(key: string): void {
		const target = this.#markOf(key)?.icon.button ?? this.#map.getContainer();
		target.focus({ preventScroll: true });
	}

	#newMark(spot: MapMark): Mark {
		const icon = new MarkIcon(spot);
		const marker = new Marker([spot.latitude, spot.longitude], { icon, keyboard: false });
		const mark = { spot, marker, icon };
		marker.on('click', () => this.#choose(mark));
		this.#layer.addLayer(marker);
		return mark;
	}

	/** The copy of a place nearest to the part of the world in view. */
	#nearest(longitude: number): number {
		return longitude + 360 * Math.round((this.#map.getCenter().lng - longitude) / 360);
	}

	#order(): void {
		let before: HTMLElement | null = null;
		for (const { icon } of this.#marks.values()) {
			// Moving an element would remove its focus.
			if (before && before.nextElementSibling !== icon.button) before.after(icon.button);
			before = icon.button;
		}
	}

	#label(): void {
		const marks = [...this.#marks.values()];
		const shown = labelsWithRoom(
			marks.map(({ spot, marker, icon }) => {
				const { x, y } = this.#map.latLngToContainerPoint(marker.getLatLng());
				return { id: spot.id, x, y, radius: icon.radius, count: spot.count, text: icon.label };
			}),
			this.#map.getSize(),
		);
		for (const { spot, icon } of marks) icon.button.classList.toggle('named', shown.has(spot.id));
	}

	#showHighlight(): void {
		const shown = this.#highlighted === null ? undefined : this.#markOf(this.#highlighted);
		for (const mark of this.#marks.values())
			mark.icon.button.classList.toggle('chosen', mark === shown);
	}

	#markOf(key: string): Mark | undefined {
		return (
			this.#marks.get(key) ??
			[...this.#marks.values()].find(({ spot }) => spot.places().some((place) => place.key === key))
		);
	}
}

/** The area the map shows. */
export function boundsOf(map: LeafletMap): MapBounds {
	const bounds = map.getBounds();
	return {
		south: bounds.getSouth(),
		west: bounds.getWest(),
		north: bounds.getNorth(),
		east: bounds.getEast(),
	};
}

import type { GridLayer } from 'leaflet/dist/leaflet-src.esm.js';
import { HereMark, type Here } from './here.ts';
import { LandLayer } from './land-layer.ts';
import { Land, type ReadJson } from './land.ts';
import { LAND_ZOOM, QuietMap, STREETS_ZOOM } from './leaflet-map.ts';
import { mapNotes } from './map-notes.ts';
import { boundsOf, Marks, type Mark } from './marks.ts';
import { PlaceCard } from './place-card.ts';
import type { MapBounds, MapPlace } from './place.ts';
import { StreetsLayer } from './streets-layer.ts';
import { addStyles } from './styles.ts';

export type { MapBounds, MapPlace } from './place.ts';

interface Options {
	/** Address of the folder of land files. */
	land: string;
	/** How they are read; a plain fetch without it. */
	readJson?: ReadJson;
	/** After each move, with what is in view; `byReader` when the page did not ask for it. */
	onMove: (bounds: MapBounds, byReader: boolean) => void;
	/** When a place's mark is activated. */
	onChoose: (key: string) => void;
}

/** No nearer is of use to someone who has not asked for it. */
const FIT_ZOOM = 11;

const FRAME = `
<div class="map-zoom">
<button type="button" aria-label="Zoom in">+</button>
<button type="button" aria-label="Zoom out">−</button>
</div>
<div class="map-view" role="region" aria-label="Map of sessions and events; the list has the same"></div>`;

/** A map of places that works offline apart from loading its land files. */
export class PlaceMap {
	readonly #map: QuietMap;
	readonly #marks: Marks;
	readonly #here = new HereMark();
	readonly #card = new PlaceCard((key, hadFocus) => {
		this.#marks.highlight(null);
		if (hadFocus) this.#marks.focus(key);
	});
	readonly #streets = new StreetsLayer();
	readonly #options: Options;
	/** While the page moves the map, not the reader. */
	#isOurs = false;

	constructor(host: HTMLElement, options: Options) {
		this.#options = options;
		addStyles();
		host.classList.add('place-map');
		const frame = document.createElement('div');
		frame.className = 'map-frame';
		frame.innerHTML = FRAME;
		frame.append(this.#card.element);
		host.replaceChildren(frame);
		const view = frame.querySelector('.map-view') as HTMLElement;
		this.#map = new QuietMap(view);
		const land = new LandLayer(new Land(options.land, options.readJson ?? fetchJson));
		this.#map.addLayer(land);
		this.#map.addLayer(this.#here);
		this.#marks = new Marks(this.#map, (mark) => this.#choose(mark));
		const notes = mapNotes((streets) => this.#showStreets(streets));
		host.append(notes);
		tellFailures(notes, [
			[land, 'The land could not be loaded; the places are still shown.'],
			[this.#streets, 'OpenStreetMap is not responding.'],
		]);

		const [closer, farther] = frame.querySelectorAll('.map-zoom button');
		closer?.addEventListener('click', () => this.#map.zoomIn());
		farther?.addEventListener('click', () => this.#map.zoomOut());
		this.#map.on('moveend', () => this.#moved());
		this.#map.on('dragstart zoomstart', () => this.#card.close());
		new ResizeObserver(() => this.#ours(() => this.#map.invalidateSize())).observe(view);
	}

	/** In the order of the list. */
	setPlaces(places: readonly MapPlace[]): void {
		this.#marks.setPlaces(places);
		this.#card.keepFor(places);
	}

	/** Sets a point and a circle around it. */
	setHere(here: Here | null): void {
		this.#here.show(here);
	}

	fit({ south, west, north, east }: MapBounds): void {
		const bounds: [number, number][] = [
			[south, west],
			[north, east],
		];
		this.#ours(() =>
			this.#map.fitBounds(bounds, { animate: false, padding: [24, 24], maxZoom: FIT_ZOOM }),
		);
	}

	highlight(key: string | null): void {
		this.#marks.highlight(key);
	}

	#ours(move: () => void): void {
		this.#isOurs = true;
		move();
		this.#isOurs = false;
	}

	#moved(): void {
		this.#marks.draw();
		this.#options.onMove(boundsOf(this.#map), !this.#isOurs);
	}

	#choose({ spot, marker }: Mark): void {
		const zoom = spot.opensAt();
		if (zoom <= this.#map.getMaxZoom()) {
			this.#map.setView(marker.getLatLng(), zoom);
			return;
		}
		const places = spot.places();
		this.#card.open(places);
		const [first] = places;
		if (!first) return;
		this.#marks.highlight(first.key);
		this.#options.onChoose(first.key);
	}

	#showStreets(streets: boolean): void {
		if (streets) this.#map.addLayer(this.#streets);
		else this.#map.removeLayer(this.#streets);
		this.#map.setMaxZoom(streets ? STREETS_ZOOM : LAND_ZOOM);
	}
}

/** Shows a message below the map while a layer is unavailable. */
function tellFailures(notes: HTMLElement, layers: [GridLayer, string][]): void {
	const status = notes.querySelector('[role=status]') as HTMLElement;
	for (const [layer, words] of layers) {
		layer.on('tileerror', () => (status.textContent = words));
		layer.on('tileload remove', () => {
			if (status.textContent === words) status.textContent = '';
		});
	}
}

async function fetchJson(url: string): Promise<unknown> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return response.json();
}

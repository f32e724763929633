import * as addresses from '../../core/addresses.ts';
import { LAND_CACHE, WORLD_FILE } from '../../offline/land-file.ts';
import type { MapPlace, PlaceMap } from '../map/place-map.ts';
import type { Box } from '../../search/places/box.ts';
import { placeKey, type Place } from '../../search/places/place.ts';
import type { Coordinates } from '../../search/places/distance.ts';
import { keptJson } from '../kept-files.ts';

/** What the map is to show. */
export interface MapScene {
	places: readonly Place[];
	/** The centre of the search and its radius; null before there is one. */
	here: (Coordinates & { km: number | null }) | null;
	/** The area to bring into view, once for each new value; null leaves the map where it is. */
	fit: Box | null;
}

interface Options {
	base: string;
	onMove: (bounds: Box) => void;
	onChoose: (key: string) => void;
	onFail: () => void;
}

const CHOICE = 'nearby-map';

/** The button that opens the map, the remembered choice, and the map itself once opened. */
export class MapPanel {
	readonly #host: HTMLElement;
	readonly #button: HTMLButtonElement;
	readonly #options: Options;
	#map: Promise<PlaceMap> | undefined;
	#scene: MapScene | null = null;
	/** The area to bring into view when the map is ready. */
	#fit: Box | null = null;
	/** The area last brought into view. */
	#fitted = '';

	constructor(host: HTMLElement, button: HTMLButtonElement, options: Options) {
		this.#host = host;
		this.#button = button;
		this.#options = options;
		button.disabled = false;
		button.addEventListener('click', () => {
			this.#toggle(!this.isOpen);
			remember(this.isOpen);
		});
	}

	get isOpen(): boolean {
		return !this.#host.hidden;
	}

	/** Opens the map if it was open last time. */
	restore(): void {
		if (remembered()) this.#toggle(true);
	}

	/** Stores the map's code and the low-resolution land outlines, so that it also opens offline. */
	prepare(): void {
		void import('../map/place-map.ts').catch(() => undefined);
		void keptJson(this.#land + WORLD_FILE, LAND_CACHE).catch(() => undefined);
	}

	get #land(): string {
		return addresses.withBase(this.#options.base, addresses.landFiles());
	}

	show(scene: MapScene): void {
		this.#scene = scene;
		if (scene.fit && nameOf(scene.fit) !== this.#fitted) {
			this.#fitted = nameOf(scene.fit);
			this.#fit = scene.fit;
		}
		if (this.isOpen) void this.#draw();
	}

	/** Brings the next scene into view even if it is unchanged: it was asked for again. */
	refit(): void {
		this.#fitted = '';
	}

	highlight(key: string | null): void {
		if (this.isOpen) void this.#map?.then((map) => map.highlight(key));
	}

	#toggle(open: boolean): void {
		this.#host.hidden = !open;
		this.#button.ariaExpanded = String(open);
		this.#button.textContent = open ? 'Hide the map' : 'Show the map';
		if (open) void this.#draw();
	}

	async #draw(): Promise<void> {
		const opened = (this.#map ??= this.#open());
		try {
			const map = await opened;
			const scene = this.#scene;
			if (!scene) return;
			map.setPlaces(scene.places.map((place) => this.#markOf(place)));
			map.setHere(scene.here);
			if (this.#fit) map.fit(this.#fit);
			this.#fit = null;
		} catch {
			this.#map = undefined;
			this.#toggle(false);
			this.#options.onFail();
		}
	}

	async #open(): Promise<PlaceMap> {
		const { PlaceMap: Opened } = await import('../map/place-map.ts');
		return new Opened(this.#host, {
			land: this.#land,
			readJson: (url) => keptJson(url, LAND_CACHE),
			onMove: (bounds, byReader) => {
				if (byReader) this.#options.onMove(bounds);
			},
			onChoose: this.#options.onChoose,
		});
	}

	#markOf(place: Place): MapPlace {
		const { kind, name, town, latitude, longitude } = place;
		const address = addresses.withBase(this.#options.base, addresses.thing(place));
		return { key: placeKey(place), name, town, latitude, longitude, address, kind };
	}
}

function nameOf(box: Box): string {
	return Object.values(box).join(' ');
}

function remembered(): boolean {
	try {
		return localStorage.getItem(CHOICE) === 'open';
	} catch {
		return false;
	}
}

function remember(open: boolean): void {
	try {
		if (open) localStorage.setItem(CHOICE, 'open');
		else localStorage.removeItem(CHOICE);
	} catch {
		// Storage is blocked: the choice lasts for this visit.
	}
}

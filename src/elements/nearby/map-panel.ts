import * as addresses from '../../core/addresses.ts';
import { LAND_CACHE, WORLD_FILE } from '../../offline/land-file.ts';
import type { MapPlace, PlaceMap } from '../map/place-map.ts';
import type { Box } from '../../search/places/box.ts';
import { placeKey, type Place } from '../../search/places/place.ts';
import type { Spot } from '../../search/places/distance.ts';
import { keptJson } from '../kept-files.ts';

/** What the map shows. */
export interface MapScene {
	places: readonly Place[];
	/** The middle of the search and how far it reaches; null before there is one. */
	here: (Spot & { km: number | null }) | null;
	/** What to bring into view, not again while it is the same; null leaves the map where it is. */
	fit: Box | null;
}

interface Options {
	base: string;
	onMove: (bounds: Box) => void;
	onChoose: (key: string) => void;
	onFail: () => void;
}

const CHOICE = 'nearby-map';

/** The button that opens the map, the choice that it stays open, and the map once it is asked for. */
export class MapPanel {
	readonly #host: HTMLElement;
	readonly #button: HTMLButtonElement;
	readonly #options: Options;
	#map: Promise<PlaceMap> | undefined;
	#scene: MapScene | null = null;
	/** What is still to be brought into view when the map is there. */
	#fit: Box | null = null;
	/** What was brought into view last. */
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

	/** Opens the map if it was open the last time. */
	restore(): void {
		if (remembered()) this.#toggle(true);
	}

	/** Brings the map's code and the coarse land here, so that it opens without a network too. */
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

	/** Has the next scene brought into view though it may be the last one: it was asked for anew. */
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
		// Storage is blocked: it is a choice for this visit.
	}
}

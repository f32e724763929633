import { boxesMeet, type Box } from '../../places/box.ts';
import { decodePlaces, type GeoFile } from '../../places/geo-file.ts';
import { GEO_VERSION, type GeoIndex, type GeoRegion } from '../../places/geo-index.ts';
import type { Place } from '../../places/place.ts';
import { keptJson } from '../kept-files.ts';

const CACHE = 'session-mirror-places-1';

/** The files of places in `folder`, loaded as they are needed; `changed` is called after each. */
export class PlaceFiles {
	/** Of all regions that are loaded. */
	places: Place[] = [];
	readonly #folder: string;
	readonly #changed: () => void;
	#index: Promise<GeoRegion[]> | undefined;
	/** Undefined until the list of them is here. */
	#regions: readonly GeoRegion[] | undefined;
	readonly #loading = new Map<GeoRegion, Promise<void>>();
	readonly #loaded = new Set<GeoRegion>();
	readonly #failed = new Set<GeoRegion>();

	constructor(folder: string, changed: () => void) {
		this.#folder = folder;
		this.#changed = changed;
	}

	/**
	 * Loads the regions that meet a box, or all of them, at once; those that failed are tried again.
	 *
	 * @throws when the list of regions cannot be had
	 */
	async need(box: Box | null): Promise<void> {
		const regions = await this.#open();
		await Promise.all(
			regions
				.filter((region) => box === null || boxesMeet(region.box, box))
				.map((region) => this.#load(region)),
		);
	}

	/** Loads what is left, one region after the other, so that nothing waits for it. */
	async fillUp(): Promise<void> {
		for (const region of await this.#open()) await this.#load(region);
	}

	/** Whether everything that meets a box, or everything, has been loaded or cannot be. */
	isComplete(box: Box | null): boolean {
		return (
			this.#regions !== undefined &&
			this.#within(box).every((region) => this.#loaded.has(region) || this.#failed.has(region))
		);
	}

	/** Countries that meet a box, or of all, whose places could not be loaded. */
	missing(box: Box | null): string[] {
		const failed = this.#within(box).filter((region) => this.#failed.has(region));
		return [...new Set(failed.map(({ country }) => country ?? 'an unknown country'))];
	}

	#within(box: Box | null): GeoRegion[] {
		return (this.#regions ?? []).filter((region) => box === null || boxesMeet(region.box, box));
	}

	#open(): Promise<GeoRegion[]> {
		this.#index ??= keptJson(`${this.#folder}index.json`, CACHE).then(
			(json) => {
				const { version, regions } = json as GeoIndex;
				if (version !== GEO_VERSION) throw new Error(`A list of places of version ${version}.`);
				this.#regions = regions;
				return regions;
			},
			(error: unknown) => {
				this.#index = undefined;
				throw error;
			},
		);
		return this.#index;
	}

	#load(region: GeoRegion): Promise<void> {
		const known = this.#loading.get(region);
		if (known) return known;
		this.#failed.delete(region);
		const loading = this.#read(region).catch(() => {
			this.#loading.delete(region);
			this.#failed.add(region);
		});
		this.#loading.set(region, loading);
		return loading.then(this.#changed);
	}

	async #read(region: GeoRegion): Promise<void> {
		const { file, digest, country } = region;
		const json = await keptJson(`${this.#folder}${file}.json?${digest}`, CACHE);
		this.places = this.places.concat(decodePlaces(json as GeoFile, country));
		this.#loaded.add(region);
	}
}

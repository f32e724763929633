import { boxesMeet, type Box } from '../../search/places/box.ts';
import { decodePlaces, type StampedGeoFile } from '../../search/places/geo-file.ts';
import { GEO_VERSION, type GeoIndex, type GeoRegion } from '../../search/places/geo-index.ts';
import { placeKey, type Place } from '../../search/places/place.ts';
import { forgetOtherCaches, forgetKept, freshJson, keptJson } from '../kept-files.ts';

const CACHES = 'session-mirror-places-';
/** Files in an older format would otherwise stay in the way forever. */
const CACHE = `${CACHES}${GEO_VERSION}`;

/**
 * The place files in `folder`, loaded as needed; `changed` is called after each. The index may be older than
 * the files: a file that does not match it makes the index reload, once.
 */
export class PlaceFiles {
	/** Of all loaded regions, each once. */
	places: Place[] = [];
	readonly #folder: string;
	readonly #changed: () => void;
	#index: Promise<void> | undefined;
	#renewal: Promise<void> | undefined;
	/** Undefined until the index is loaded. */
	#regions: readonly GeoRegion[] | undefined;
	readonly #loading = new Map<GeoRegion, Promise<void>>();
	readonly #loaded = new Map<GeoRegion, Place[]>();
	readonly #failed = new Set<GeoRegion>();
	readonly #keys = new Set<string>();

	constructor(folder: string, changed: () => void) {
		this.#folder = folder;
		this.#changed = changed;
	}

	/**
	 * Loads the regions that meet a box, or all of them, at once; those that failed are retried only with
	 * `again`, when a reader asks.
	 *
	 * @throws when the index is unavailable
	 */
	async need(box: Box | null, { again = false } = {}): Promise<void> {
		if (again) this.#tryAgain();
		let regions: readonly GeoRegion[];
		do {
			regions = await this.#open();
			await Promise.all(this.#within(box).map((region) => this.#load(region)));
		} while (regions !== this.#regions);
	}

	/** Loads the remaining regions one after another, so that nothing waits for them. */
	async fillUp(): Promise<void> {
		let regions: readonly GeoRegion[];
		do {
			regions = await this.#open();
			for (const region of regions) await this.#load(region);
		} while (regions !== this.#regions);
	}

	/** Whether everything that meets a box, or everything, has been loaded or cannot be. */
	isComplete(box: Box | null): boolean {
		return (
			this.#regions !== undefined &&
			this.#within(box).every((region) => this.#loaded.has(region) || this.#failed.has(region))
		);
	}

	/** Countries that meet a box, or all countries, whose places could not be loaded. */
	missing(box: Box | null): string[] {
		const failed = this.#within(box).filter((region) => this.#failed.has(region));
		return [...new Set(failed.map(({ country }) => country ?? 'an unknown country'))];
	}

	#within(box: Box | null): GeoRegion[] {
		return (this.#regions ?? []).filter((region) => box === null || boxesMeet(region.box, box));
	}

	#tryAgain(): void {
		for (const region of this.#failed) this.#loading.delete(region);
		this.#failed.clear();
		this.#renewal = undefined;
	}

	async #open(): Promise<readonly GeoRegion[]> {
		this.#index ??= keptJson(this.#indexUrl, CACHE).then(async (json) => {
			forgetOtherCaches(CACHES, CACHE);
			const isReadable = (json as GeoIndex).version === GEO_VERSION;
			this.#regions = regionsOf(isReadable ? json : await freshJson(this.#indexUrl, CACHE));
		});
		try {
			await this.#index;
		} catch (error) {
			this.#index = undefined;
			throw error;
		}
		return this.#regions ?? [];
	}

	get #indexUrl(): string {
		return `${this.#folder}index.json`;
	}

	/** Reads the index again, and drops what is no longer in it. */
	#renew(): Promise<void> {
		this.#renewal ??= freshJson(this.#indexUrl, CACHE).then(
			(json) => {
				const known = new Map((this.#regions ?? []).map((region) => [nameOf(region), region]));
				this.#regions = regionsOf(json).map((region) => known.get(nameOf(region)) ?? region);
				this.places = [];
				this.#keys.clear();
				for (const region of this.#regions) this.#add(this.#loaded.get(region) ?? []);
			},
			// Continue with what is loaded.
			() => undefined,
		);
		return this.#renewal;
	}

	#load(region: GeoRegion): Promise<void> {
		const known = this.#loading.get(region);
		if (known) return known;
		const loading = this.#read(region)
			.catch(() => void this.#failed.add(region))
			.then(this.#changed);
		this.#loading.set(region, loading);
		return loading;
	}

	async #read(region: GeoRegion): Promise<void> {
		const { file, digest, country } = region;
		const url = `${this.#folder}${file}.json?${digest}`;
		const json = await (keptJson(url, CACHE) as Promise<StampedGeoFile>).catch(
			async (error: unknown) => {
				await this.#renew();
				if (this.#has(region)) throw error;
			},
		);
		if (!json) return;
		if (json.digest !== digest) {
			forgetKept(url, CACHE);
			await this.#renew();
		}
		if (!this.#has(region)) return;
		const places = decodePlaces(json, country);
		this.#loaded.set(region, places);
		this.#add(places);
	}

	#has(region: GeoRegion): boolean {
		return this.#regions?.includes(region) ?? false;
	}

	/** Offline there may be files of two versions that contain the same place. */
	#add(places: readonly Place[]): void {
		const added = places.filter((place) => !this.#keys.has(placeKey(place)));
		for (const place of added) this.#keys.add(placeKey(place));
		this.places = this.places.concat(added);
	}
}

/** @throws Error when the index has another version */
function regionsOf(json: unknown): GeoRegion[] {
	const { version, regions } = json as GeoIndex;
	if (version !== GEO_VERSION) throw new Error(`A list of places of version ${version}.`);
	return regions;
}

function nameOf({ file, digest }: GeoRegion): string {
	return `${file} ${digest}`;
}

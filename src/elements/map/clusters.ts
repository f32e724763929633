import Supercluster from 'supercluster';
import type { MapBounds, MapPlace } from './place.ts';

/** Places closer than this, in pixels, share one mark: a thumb needs 44. */
const APART = 60;
/** The map's maximum zoom: clustering up to it keeps places at one point from being drawn on each other. */
const MAX_ZOOM = 18;

/** What one mark stands for at a given zoom. */
export interface MapMark {
	/** Stays the same as long as it looks the same. */
	id: string;
	latitude: number;
	longitude: number;
	/** Index of its place, or of its first place, in the given order. */
	rank: number;
	count: number;
	/** The only place; undefined for a cluster. */
	place: MapPlace | undefined;
	/** The zoom at which a cluster splits; Infinity when all are at one point. */
	opensAt: () => number;
	/** In the given order. */
	places: () => MapPlace[];
}

interface Ranked {
	rank: number;
}

/** The town that most of the places are in, if any. */
export function townOf(places: readonly MapPlace[]): string | null {
	const counts = new Map<string, number>();
	for (const { town } of places) if (town) counts.set(town, (counts.get(town) ?? 0) + 1);
	const [most] = [...counts].sort((a, b) => b[1] - a[1]);
	return most && most[1] * 2 > places.length ? most[0] : null;
}

/** Groups places that would overlap on the map. */
export class Clusters {
	readonly #places: readonly MapPlace[];
	readonly #index = new Supercluster<Ranked, Ranked>({
		radius: APART,
		extent: 256,
		maxZoom: MAX_ZOOM,
		map: ({ rank }) => ({ rank }),
		reduce: (all, { rank }) => (all.rank = Math.min(all.rank, rank)),
	});

	constructor(places: readonly MapPlace[]) {
		this.#places = places;
		this.#index.load(
			places.map(({ latitude, longitude }, rank) => ({
				type: 'Feature',
				properties: { rank },
				geometry: { type: 'Point', coordinates: [longitude, latitude] },
			})),
		);
	}

	/** The marks within the bounds, in the order of the places. */
	within({ south, west, north, east }: MapBounds, zoom: number): MapMark[] {
		return this.#index
			.getClusters([west, south, east, north], zoom)
			.map(({ geometry, properties }) => {
				const [longitude = 0, latitude = 0] = geometry.coordinates;
				const { rank } = properties;
				const cluster = 'cluster' in properties ? properties.cluster_id : undefined;
				const place = cluster === undefined ? this.#places[rank] : undefined;
				const count = 'cluster' in properties ? properties.point_count : 1;
				return {
					id: place?.key ?? `${count} at ${latitude.toFixed(4)} ${longitude.toFixed(4)}`,
					latitude,
					longitude,
					rank,
					count,
					place,
					opensAt: () => this.#opensAt(cluster),
					places: () => (cluster === undefined ? (place ? [place] : []) : this.#placesOf(cluster)),
				};
			})
			.sort((a, b) => a.rank - b.rank);
	}

	#opensAt(cluster: number | undefined): number {
		if (cluster === undefined) return Infinity;
		const zoom = this.#index.getClusterExpansionZoom(cluster);
		return zoom > MAX_ZOOM ? Infinity : zoom;
	}

	#placesOf(cluster: number): MapPlace[] {
		return this.#index
			.getLeaves(cluster, Infinity)
			.map(({ properties }) => properties.rank)
			.sort((a, b) => a - b)
			.flatMap((rank) => this.#places[rank] ?? []);
	}
}

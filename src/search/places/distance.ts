/** A point on the earth in degrees. */
export interface Coordinates {
	latitude: number;
	longitude: number;
}

/** Radius of the earth as a sphere. */
const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance by the haversine formula. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
	const half =
		Math.sin(((b.latitude - a.latitude) * RADIANS) / 2) ** 2 +
		Math.cos(a.latitude * RADIANS) *
			Math.cos(b.latitude * RADIANS) *
			Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
	return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Initial bearing from `from` to `to`, in degrees clockwise from north, 0 up to 360. */
export function bearing(from: Coordinates, to: Coordinates): number {
	const east = (to.longitude - from.longitude) * RADIANS;
	const [south, north] = [from.latitude * RADIANS, to.latitude * RADIANS];
	const x = Math.sin(east) * Math.cos(north);
	const y = Math.cos(south) * Math.sin(north) - Math.sin(south) * Math.cos(north) * Math.cos(east);
	return (Math.atan2(x, y) / RADIANS + 360) % 360;
}

const DIRECTIONS = [
	{ words: 'north', arrow: '↑' },
	{ words: 'north-east', arrow: '↗' },
	{ words: 'east', arrow: '→' },
	{ words: 'south-east', arrow: '↘' },
	{ words: 'south', arrow: '↓' },
	{ words: 'south-west', arrow: '↙' },
	{ words: 'west', arrow: '←' },
	{ words: 'north-west', arrow: '↖' },
] as const;

/** The nearest of eight directions. */
export function direction(degrees: number): (typeof DIRECTIONS)[number] {
	return DIRECTIONS[Math.round(degrees / 45) % 8] ?? DIRECTIONS[0];
}

/** `400 m`, `3.2 km`, `27 km`: as precise as is useful. */
export function distanceWords(km: number): string {
	if (km < 0.05) return 'here';
	if (km < 0.95) return `${Math.round(km * 10) * 100} m`;
	return km < 9.95 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`;
}

/** The centre of points on a sphere; undefined when there are none. */
export function middle(spots: readonly Coordinates[]): Coordinates | undefined {
	let [x, y, z] = [0, 0, 0];
	for (const { latitude, longitude } of spots) {
		const ring = Math.cos(latitude * RADIANS);
		x += ring * Math.cos(longitude * RADIANS);
		y += ring * Math.sin(longitude * RADIANS);
		z += Math.sin(latitude * RADIANS);
	}
	if (spots.length === 0) return undefined;
	return {
		latitude: Math.atan2(z, Math.hypot(x, y)) / RADIANS,
		longitude: Math.atan2(y, x) / RADIANS,
	};
}

/** Something with a page and a position. */
export interface MapPlace {
	/** Tells it from all others. */
	key: string;
	name: string;
	/** Names a crowd of places where most are in it. */
	town?: string | null;
	latitude: number;
	longitude: number;
	/** Of its page. */
	address: string;
	kind: 'sessions' | 'events';
}

/** Degrees. West may lie beyond -180 and east beyond 180: the map goes round. */
export interface MapBounds {
	south: number;
	west: number;
	north: number;
	east: number;
}

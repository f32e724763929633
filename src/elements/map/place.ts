/** Something with a page and a position. */
export interface MapPlace {
	/** Unique key. */
	key: string;
	name: string;
	/** The label of a group where most of its places are in this town. */
	town?: string | null;
	latitude: number;
	longitude: number;
	/** Address of its page. */
	address: string;
	kind: 'sessions' | 'events';
}

/** In degrees. West may be below -180 and east above 180: the map wraps around. */
export interface MapBounds {
	south: number;
	west: number;
	north: number;
	east: number;
}

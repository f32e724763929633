import { Map as LeafletMap } from 'leaflet/dist/leaflet-src.esm.js';
import type { PanOptions, PointExpression } from 'leaflet/dist/leaflet-src.esm.js';

/** The zoom at which Natural Earth's coastlines start to look coarse. */
export const LAND_ZOOM = 12;
export const STREETS_ZOOM = 18;

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Leaflet with our settings: no animation for readers who prefer reduced motion, and the wheel scrolls the
 * page until the map has the focus.
 */
export class QuietMap extends LeafletMap {
	constructor(element: HTMLElement) {
		const moves = !isStill();
		super(element, {
			attributionControl: false,
			zoomControl: false,
			scrollWheelZoom: false,
			trackResize: false,
			worldCopyJump: true,
			maxBounds: [
				[-85, -Infinity],
				[85, Infinity],
			],
			maxBoundsViscosity: 1,
			minZoom: 1,
			maxZoom: LAND_ZOOM,
			center: [30, 0],
			zoom: 1,
			inertia: moves,
			zoomAnimation: moves,
			fadeAnimation: moves,
			markerZoomAnimation: moves,
		});
		this.on('focus', () => this.scrollWheelZoom.enable());
		this.on('blur', () => this.scrollWheelZoom.disable());
	}

	override panBy(offset: PointExpression, options?: PanOptions): this {
		return super.panBy(offset, isStill() ? { ...options, animate: false } : options);
	}
}

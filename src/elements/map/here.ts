import { Circle, CircleMarker, LayerGroup } from 'leaflet/dist/leaflet-src.esm.js';

export interface Here {
	latitude: number;
	longitude: number;
	/** Search radius; null is any distance. */
	km: number | null;
}

/** The reader's position or the point searched from, with a circle for the radius. */
export class HereMark extends LayerGroup {
	show(here: Here | null): void {
		this.clearLayers();
		if (!here) return;
		const at: [number, number] = [here.latitude, here.longitude];
		const options = { interactive: false, className: 'here' };
		if (here.km !== null)
			this.addLayer(new Circle(at, { ...options, className: 'reach', radius: here.km * 1000 }));
		this.addLayer(new CircleMarker(at, { ...options, radius: 7 }));
	}
}

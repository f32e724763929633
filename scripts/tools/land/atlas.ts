import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { project, type Line, type Point } from '../../../src/elements/map/geometry.ts';
import { flattenLine, flattenRing } from './date-line.ts';

interface Atlas extends Topology {
	objects: { countries: GeometryCollection; land: GeometryCollection | MultiPolygon };
}

export interface Outlines {
	/** Rings. */
	land: Line[];
	borders: Line[];
}

/**
 * Coasts and borders of world-atlas (Natural Earth), on a map of size 1. `simplify` gets each stretch
 * between two junctions once, so that neighbours still share their border.
 */
export function readAtlas(detail: '10m' | '50m', simplify: (line: Line) => Line): Outlines {
	const file = new URL(import.meta.resolve(`world-atlas/countries-${detail}.json`));
	const { transform, ...atlas } = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
	const arcs = atlas.arcs.map((arc) => simplify(projectArc(arc, transform)));
	const simple = { ...atlas, arcs: arcs.map((line) => line.map((point) => [...point])) };
	return {
		land: ringsOf(simple).flatMap(flattenRing),
		borders: mesh(simple, simple.objects.countries, (a, b) => a !== b)
			.coordinates.map(lineOf)
			.flatMap(flattenLine),
	};
}

function projectArc(arc: number[][], transform: Topology['transform']): Point[] {
	const [scaleX = 1, scaleY = 1] = transform?.scale ?? [];
	const [moveX = 0, moveY = 0] = transform?.translate ?? [];
	let [x, y] = [0, 0];
	return arc.map(([stepX = 0, stepY = 0]) => {
		x += stepX;
		y += stepY;
		return project(x * scaleX + moveX, y * scaleY + moveY);
	});
}

function ringsOf(atlas: Atlas): Line[] {
	const land = feature(atlas, atlas.objects.land);
	const features = land.type === 'FeatureCollection' ? land.features : [land];
	return features.flatMap(({ geometry }) => {
		if (geometry.type === 'Polygon') return geometry.coordinates.map(lineOf);
		if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map(lineOf);
		throw new Error(`Land of type ${geometry.type}`);
	});
}

function lineOf(positions: readonly Position[]): Line {
	return positions.map(([x = 0, y = 0]) => [x, y]);
}

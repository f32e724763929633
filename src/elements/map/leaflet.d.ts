/**
 * Leaflet as ES modules, so that a bundler includes only what is imported; the types of its package cover
 * only the whole.
 */
declare module 'leaflet/dist/leaflet-src.esm.js' {
	export * from 'leaflet';
}

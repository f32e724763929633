/** Leaflet's modules, of which a bundler takes what is imported; its package names only the whole. */
declare module 'leaflet/dist/leaflet-src.esm.js' {
	export * from 'leaflet';
}

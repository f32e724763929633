import { nearby, search } from './addresses.ts';

/** The origin of OpenStreetMap's tiles, for readers who ask for them. */
export const TILE_ORIGIN = 'https://tile.openstreetmap.org';

const AROUND = "object-src 'none';base-uri 'none';form-action 'self'";

/** Short, because every page contains it. */
const COMMON = `default-src 'self';${AROUND}`;

/**
 * The pages that need more, by address; none may lie in a folder, because `_headers` matches whole folders.
 */
const WIDER: ReadonlyMap<string, string> = new Map([
	// Pagefind needs `wasm-unsafe-eval`, which only scripts can use, and the blob worker.
	[search(), `default-src 'self' 'wasm-unsafe-eval';worker-src 'self' blob:;${AROUND}`],
	[nearby(), `default-src 'self';img-src 'self' ${TILE_ORIGIN};${AROUND}`],
]);

/**
 * The content security policy of the page at `address`: everything comes from this site except what that page
 * needs; whatever is not listed falls back to the default.
 */
export function securityPolicy(address: string): string {
	return WIDER.get(address) ?? COMMON;
}

/** The same policy as a header, which unlike the page itself can also forbid framing. */
export function headerPolicy(address: string): string {
	return `${securityPolicy(address)};frame-ancestors 'none'`;
}

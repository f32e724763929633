import { nearby, search } from './addresses.ts';

/** Where OpenStreetMap's tiles come from, for a reader who asks for them. */
export const TILE_ORIGIN = 'https://tile.openstreetmap.org';

const AROUND = "object-src 'none';base-uri 'none';form-action 'self'";

/** It stands in every page, so it is brief. */
const COMMON = `default-src 'self';${AROUND}`;

/** By address, the pages that need more; none may lie in a folder, for `_headers` names folders whole. */
const WIDER: ReadonlyMap<string, string> = new Map([
	// `wasm-unsafe-eval`, which only scripts can make use of, and the blob worker are Pagefind's.
	[search(), `default-src 'self' 'wasm-unsafe-eval';worker-src 'self' blob:;${AROUND}`],
	[nearby(), `default-src 'self';img-src 'self' ${TILE_ORIGIN};${AROUND}`],
]);

/**
 * The content security policy of the page at `address`: nothing runs or loads that does not come from
 * here, but for what that page needs; what is not named falls to the default.
 */
export function securityPolicy(address: string): string {
	return WIDER.get(address) ?? COMMON;
}

/** The same policy as a header, which alone can also forbid others to frame the page. */
export function headerPolicy(address: string): string {
	return `${securityPolicy(address)};frame-ancestors 'none'`;
}

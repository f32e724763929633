import { licence, miningTerms, packFiles, withBase } from './addresses.ts';
import { RESERVED_USES } from './robots.ts';

/** Where the site is served. */
export interface Where {
	/** `https://mirror.example` */
	origin: string;
	/** Begins and ends with `/`. */
	base: string;
}

/** Rarely requested again within a visit, and never older than the host's copy. */
export const CHECKED_CACHE = 'public, max-age=0, must-revalidate';
export const FOREVER_CACHE = 'public, max-age=31536000, immutable';

/** Files whose names contain a digest of their content, as patterns for `_headers`. */
export const FOREVER_PATTERNS: readonly string[] = ['/_astro/*', `${packFiles()}*.pack`];

/** The `Cache-Control` value for a file of the site. */
export function cacheControl(address: string): string {
	const isForever = address.startsWith('/_astro/') || /^\/packs\/[^/]+\.pack$/.test(address);
	return isForever ? FOREVER_CACHE : CHECKED_CACHE;
}

/**
 * The headers of every response, pages and files alike: licence terms, mining reservation and browser policy.
 * Everything is public and no response depends on who asks, so any origin may read it.
 */
export function commonHeaders({ origin, base }: Where): Record<string, string> {
	const absolute = (address: string): string => origin + withBase(base, address);
	return {
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Access-Control-Allow-Origin': '*',
		...(origin.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
		Link: `<${absolute(licence())}>; rel="license"`,
		'TDM-Reservation': '1',
		'TDM-Policy': absolute(miningTerms()),
		'X-Robots-Tag': RESERVED_USES,
	};
}

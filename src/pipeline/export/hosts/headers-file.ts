import { serviceWorker, withBase } from '../../../core/addresses.ts';
import {
	CHECKED_CACHE,
	commonHeaders,
	FOREVER_CACHE,
	FOREVER_PATTERNS,
	type Where,
} from '../../../core/response-headers.ts';
import { addressOf } from '../../../core/site-files.ts';
import { headerPolicy } from '../../../core/security-policy.ts';

/**
 * `_headers`, as Netlify and Cloudflare read it. Hosts differ in what they do when two rules set the
 * same header, so no two rules do: the policy is given once for each folder of pages and each page beside
 * them, and the rule for all responses has no policy.
 *
 * @param files of the site, `tunes/27.html`
 */
export function headersFile(files: Iterable<string>, where: Where): string {
	const rule = (pattern: string, headers: Record<string, string>): string =>
		[
			withBase(where.base, pattern),
			...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		].join('\n');
	const pages = pagePatterns(files).map(([pattern, address]) =>
		rule(pattern, {
			'Content-Security-Policy': headerPolicy(address),
			'Cache-Control': CHECKED_CACHE,
		}),
	);
	const forever = FOREVER_PATTERNS.map((pattern) =>
		rule(pattern, { 'Cache-Control': FOREVER_CACHE }),
	);
	const worker = rule(serviceWorker(), { 'Cache-Control': CHECKED_CACHE });
	return `${[rule('/*', commonHeaders(where)), ...forever, worker, ...pages].join('\n\n')}\n`;
}

/** Patterns that match every page once, each with the address of a page that it matches. */
function pagePatterns(files: Iterable<string>): [pattern: string, address: string][] {
	const patterns = new Map<string, string>();
	for (const file of files) {
		if (!file.endsWith('.html')) continue;
		const address = addressOf(file);
		const slash = file.indexOf('/');
		if (slash > 0) {
			const pattern = `/${file.slice(0, slash)}/*`;
			if (!patterns.has(pattern)) patterns.set(pattern, address);
		} else {
			patterns.set(address, address).set(`/${file}`, address);
		}
	}
	return [...patterns].sort(([a], [b]) => (a < b ? -1 : 1));
}

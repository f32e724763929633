/**
 * Nothing runs or loads that does not come from here: what is not named falls to the default.
 * `wasm-unsafe-eval`, which only scripts can make use of, and the blob worker are Pagefind's. It stands
 * in every page, so it is brief.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'self' 'wasm-unsafe-eval'",
	"worker-src 'self' blob:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
].join(';');

export const SITE_NAME = 'Session Mirror';

/** JSON for a data block: no text can end the script element it stands in. */
export function jsonBlock(data: object): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}

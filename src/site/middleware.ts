import type { MiddlewareHandler, MiddlewareNext } from 'astro';
import { notFound, unsaved } from '../core/addresses.ts';
import { chrome, hasOwnFolder, href, linkShortener, slimHtml } from './site.ts';

/** Slims every page as it is rendered; restored pages have been slimmed before. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
	const { response, html } = await drawn(next, url);
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	// These pages are served at any address.
	const isNowhere = [notFound(), unsaved()].some((page) => url.pathname.startsWith(href(page)));
	const address = url.pathname.slice(chrome.base.length - 1).replace(/\.html$/, '');
	const shorten = isNowhere ? undefined : linkShortener(url.pathname, hasOwnFolder(address));
	return new Response(slimHtml(html, shorten), response);
};

/**
 * The output of the page's template.
 *
 * @throws what the template throws, after printing which page it was
 */
async function drawn(
	next: MiddlewareNext,
	url: URL,
): Promise<{ response: Response; html: string }> {
	try {
		const response = await next();
		const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
		return { response, html: isHtml ? await response.text() : '' };
	} catch (error) {
		console.error(`Error while drawing ${url.pathname}`);
		throw error;
	}
}

import type { MiddlewareHandler, MiddlewareNext } from 'astro';
import { notFound, unsaved } from '../core/addresses.ts';
import { chrome, hasOwnFolder, href, linkShortener, slimHtml } from './site.ts';

/** Slims every page as it is drawn; those that are restored have been. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
	const { response, html } = await drawn(next, url);
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	// These are shown at any address.
	const isNowhere = [notFound(), unsaved()].some((page) => url.pathname.startsWith(href(page)));
	const address = url.pathname.slice(chrome.base.length - 1).replace(/\.html$/, '');
	const shorten = isNowhere ? undefined : linkShortener(url.pathname, hasOwnFolder(address));
	return new Response(slimHtml(html, shorten), response);
};

/**
 * What the page's template gives.
 *
 * @throws what the template throws; the line before tells of which page it is
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

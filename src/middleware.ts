import type { MiddlewareHandler } from 'astro';
import { notFound, unsaved } from './domain/addresses.ts';
import { chrome, hasOwnFolder, href, linkShortener, slimHtml } from './site.ts';

/** Slims every page as it is drawn; those that are restored have been. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	// These are shown at any address.
	const isNowhere = [notFound(), unsaved()].some((page) => url.pathname.startsWith(href(page)));
	const address = url.pathname.slice(chrome.base.length - 1).replace(/\.html$/, '');
	const shorten = isNowhere ? undefined : linkShortener(url.pathname, hasOwnFolder(address));
	return new Response(slimHtml(await response.text(), shorten), response);
};

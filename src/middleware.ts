import type { MiddlewareHandler } from 'astro';
import { notFound } from './domain/addresses.ts';
import { href, linkShortener, slimHtml } from './site.ts';

/** Slims every page as it is drawn; those that are restored have been. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	// This one is shown at any address.
	const isNowhere = url.pathname.startsWith(href(notFound()));
	const shorten = isNowhere ? undefined : linkShortener(url.pathname);
	return new Response(slimHtml(await response.text(), shorten), response);
};

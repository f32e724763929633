import type { MiddlewareHandler } from 'astro';
import { slimHtml } from './site.ts';

/** Slims every page as it is drawn; those that are restored have been. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	return new Response(slimHtml(await response.text()), response);
};

import type { APIRoute } from 'astro';
import { store } from '../site.ts';
import { storeFacts } from '../store/facts.ts';

export const GET = (() =>
	new Response(`${JSON.stringify(storeFacts(store), null, '\t')}\n`, {
		headers: { 'content-type': 'application/json' },
	})) satisfies APIRoute;

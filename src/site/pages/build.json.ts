import type { APIRoute } from 'astro';
import { fit, store } from '../site.ts';
import { publishedFacts, storeFacts } from '../../store/facts.ts';

export const GET = (() =>
	new Response(
		`${JSON.stringify(
			publishedFacts(
				storeFacts(store),
				fit.steps.map(({ says }) => says),
			),
			null,
			'\t',
		)}\n`,
		{ headers: { 'content-type': 'application/json' } },
	)) satisfies APIRoute;

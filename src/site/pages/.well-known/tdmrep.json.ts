import type { APIRoute } from 'astro';
import { miningTerms } from '../../../core/addresses.ts';
import { tdmRules } from '../../../core/tdm-reservation.ts';
import { absolute, chrome } from '../../site.ts';

export const GET = (() =>
	new Response(`${JSON.stringify(tdmRules(chrome.base, absolute(miningTerms())), null, '\t')}\n`, {
		headers: { 'content-type': 'application/json' },
	})) satisfies APIRoute;

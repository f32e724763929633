import type { APIRoute } from 'astro';
import { miningTerms, sitemapIndex } from '../../core/addresses.ts';
import { robotsText } from '../../core/robots.ts';
import { absolute } from '../site.ts';

export const GET = (() =>
	new Response(robotsText(absolute(sitemapIndex()), absolute(miningTerms())), {
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	})) satisfies APIRoute;

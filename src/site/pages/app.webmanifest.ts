import type { APIRoute } from 'astro';
import { href } from '../site.ts';
import { webManifest } from '../views/web-manifest.ts';

export const GET = (() =>
	new Response(JSON.stringify(webManifest(href)), {
		headers: { 'content-type': 'application/manifest+json' },
	})) satisfies APIRoute;

import { deflateRawSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { postsFile } from '../../../../components/post-html.ts';
import { foldedPosts as addressOf, thing } from '../../../../domain/addresses.ts';
import { chrome, fit, store } from '../../../../site.ts';
import { pathsOf } from '../../../../views/paths.ts';
import { foldedPosts, foldedThreads } from '../../../../views/thread.ts';

export const getStaticPaths = (() =>
	pathsOf(
		chrome,
		foldedThreads(store, fit.foldAfter),
		(id) => ({ thousand: addressOf(id).split('/').at(-2), id: String(id) }),
		(id) => foldedPosts(store, id, fit.foldAfter),
	)) satisfies GetStaticPaths;

export const GET = (({ props }) => {
	const id = Number(props['thing']);
	const posts = foldedPosts(store, id, fit.foldAfter);
	const file = postsFile(posts, thing({ kind: 'discussions', id }));
	return new Response(new Uint8Array(deflateRawSync(file, { level: 9 })), {
		headers: { 'content-type': 'application/octet-stream' },
	});
}) satisfies APIRoute;

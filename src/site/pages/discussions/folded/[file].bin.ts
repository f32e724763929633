import { deflateRawSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { postsFile } from '../../../components/post-html.ts';
import { foldedFileNumber, thing } from '../../../../core/addresses.ts';
import { joinFolded } from '../../../../core/folded-file.ts';
import { chrome, fit, store } from '../../../site.ts';
import { pathsOf } from '../../../views/paths.ts';
import { foldedPosts, foldedThreads } from '../../../views/thread.ts';

export const getStaticPaths = (() => {
	const files = Map.groupBy(foldedThreads(store, fit.foldAfter), foldedFileNumber);
	return pathsOf(
		chrome,
		files,
		([number]) => ({ file: String(number) }),
		([, ids]) => ids.map((id) => foldedPosts(store, id, fit.foldAfter)),
	);
}) satisfies GetStaticPaths;

export const GET = (({ props }) => {
	const [, ids] = props['thing'] as [number, number[]];
	const text = joinFolded(
		ids.map((id) => {
			const posts = foldedPosts(store, id, fit.foldAfter);
			return [id, postsFile(posts, thing({ kind: 'discussions', id }))];
		}),
	);
	return new Response(new Uint8Array(deflateRawSync(text, { level: 9 })), {
		headers: { 'content-type': 'application/octet-stream' },
	});
}) satisfies APIRoute;

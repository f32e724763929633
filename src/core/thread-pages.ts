import { POST_FRAME } from './folding.ts';

/**
 * What of a thread stands on one page. A page of 500 usual posts is 170 KB, which a phone draws in an
 * instant and a thin line brings in seconds; long posts fill it sooner, so that no page comes near the
 * 1.5 MB that verify warns of.
 */
export const THREAD_PAGE = { posts: 500, bytes: 400_000, frame: POST_FRAME };

/** Posts that stand on one page, by number from 1, both included. */
export interface Stretch {
	from: number;
	to: number;
}

/**
 * Cuts a thread into its pages, none of them empty; posts that are added change the last page only.
 *
 * @param lengths bytes of each post, in order, as they are in the store; none is one page
 */
export function cutThread(lengths: readonly number[], most = THREAD_PAGE): Stretch[] {
	const pages: Stretch[] = [];
	let from = 1;
	let bytes = 0;
	lengths.forEach((length, n) => {
		const isFull = n + 1 - from >= most.posts || bytes + length + most.frame > most.bytes;
		if (isFull && n + 1 > from) {
			pages.push({ from, to: n });
			from = n + 1;
			bytes = 0;
		}
		bytes += length + most.frame;
	});
	return [...pages, { from, to: lengths.length }];
}

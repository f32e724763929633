import { POST_FRAME } from './folding.ts';

/**
 * The limits of one page of a thread. A page of 500 typical posts is 170 KB, which a phone renders at once
 * and a slow connection loads in seconds; long posts fill it sooner, so that no page comes near the 1.5 MB at
 * which verify warns.
 */
export const THREAD_PAGE = { posts: 500, bytes: 400_000, frame: POST_FRAME };

/** The posts on one page, as numbers from 1, both inclusive. */
export interface Stretch {
	from: number;
	to: number;
}

/**
 * Splits a thread into pages, none of them empty; new posts only change the last page.
 *
 * @param lengths bytes of each post, in order, as stored; an empty thread is one page
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

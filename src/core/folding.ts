/** Fewer bytes of posts than this are not folded: naming and fetching the file would cost what is saved. */
const LEAST_BYTES = 1024;

/** Bytes of a post on its page besides its own HTML: its anchor and the line with author and time. */
export const POST_FRAME = 100;

/** Size of the posts of several discussions after deflate, as a share of the original (measured). */
const DEFLATED_SHARE = 0.34;

/** Bytes on a page to name the file and load the script. */
const REFERENCE = 240;

/**
 * How many posts of a thread stay on its page when threads are folded after the first `after`: all of them
 * where nothing is folded or folding would save hardly anything.
 *
 * @param lengths bytes of the HTML of each post, in order, as stored
 * @param after null: nothing is folded
 */
export function standingPosts(lengths: readonly number[], after: number | null): number {
	if (after === null || lengths.length <= after) return lengths.length;
	return foldedBytes(lengths, after) < LEAST_BYTES ? lengths.length : after;
}

/**
 * Roughly how many bytes the site saves by folding a thread after its first `after` posts; 0 when it would
 * not be folded.
 *
 * @param lengths bytes of the HTML of each post, in order, as stored
 */
export function foldedSaving(lengths: readonly number[], after: number): number {
	if (standingPosts(lengths, after) === lengths.length) return 0;
	const bytes = foldedBytes(lengths, after);
	return Math.round(bytes * (1 - DEFLATED_SHARE) - REFERENCE);
}

function foldedBytes(lengths: readonly number[], after: number): number {
	return lengths.slice(after).reduce((sum, length) => sum + length + POST_FRAME, 0);
}

/** Fewer bytes of posts stay on their page: what names the file and fetches it would eat the gain. */
const LEAST_BYTES = 1024;

/** Bytes of a post on its page beside its own html: its anchor, and the line of who wrote it and when. */
export const POST_FRAME = 100;

/** How small deflate makes the posts of several discussions together (measured). */
const DEFLATED_SHARE = 0.34;

/** Bytes on a page that name its file and load the script. */
const REFERENCE = 240;

/**
 * How many posts of a thread stand on its page when threads fold behind the first `after`: all of them
 * where nothing folds, or where folding would hardly save anything.
 *
 * @param lengths bytes of the html of each post, in order, as it is in the store
 * @param after null: nothing folds
 */
export function standingPosts(lengths: readonly number[], after: number | null): number {
	if (after === null || lengths.length <= after) return lengths.length;
	return foldedBytes(lengths, after) < LEAST_BYTES ? lengths.length : after;
}

/**
 * About how many bytes the site has fewer when a thread folds behind its first `after` posts; 0 where it
 * would not fold.
 *
 * @param lengths bytes of the html of each post, in order, as it is in the store
 */
export function foldedSaving(lengths: readonly number[], after: number): number {
	if (standingPosts(lengths, after) === lengths.length) return 0;
	const bytes = foldedBytes(lengths, after);
	return Math.round(bytes * (1 - DEFLATED_SHARE) - REFERENCE);
}

function foldedBytes(lengths: readonly number[], after: number): number {
	return lengths.slice(after).reduce((sum, length) => sum + length + POST_FRAME, 0);
}

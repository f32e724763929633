// A text file with the folded posts of several discussions, read the same way in Node and in a browser.

/** The posts of each discussion as HTML, each behind a marker that cannot occur in a member's text. */
export function joinFolded(threads: Iterable<readonly [id: number, posts: string]>): string {
	return Array.from(threads, ([id, posts]) => markOf(String(id)) + posts).join('');
}

/** The posts of one discussion in such a file; undefined when the file has none. */
export function foldedIn(text: string, id: string): string | undefined {
	const mark = markOf(id);
	const start = text.indexOf(mark);
	if (start < 0) return undefined;
	const end = text.indexOf('<!--', start + mark.length);
	return text.slice(start + mark.length, end < 0 ? undefined : end);
}

const markOf = (id: string): string => `<!--${id}-->`;

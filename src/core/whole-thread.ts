/**
 * A thread put together again from its files, as text: what indexes, packs and searches read must be the
 * same in Node and in a browser. Pages are as `slimHtml` leaves them.
 */

/** The address, with the base, of a page's folded posts (`foldedPosts`); undefined where none are. */
export function foldedFileOf(html: string): string | undefined {
	return FOLD.exec(html)?.[1];
}

/**
 * The page with its folded posts in their place behind the others, as if it had never been folded.
 *
 * @param posts what its file holds: items of the list
 */
export function unfolded(html: string, posts: string): string {
	return html.replace(FOLD, () => `${posts}</ol>`);
}

/**
 * The end of the list with what stands for the folded posts, and the script that opens them, which Astro
 * puts before it; no text of a member's can hold its tag.
 */
const FOLD =
	/<\/ol>(?:<script [^>]*><\/script>)?<folded-posts data-file=([^\s">]+)[^]*?<\/folded-posts>/;

/** How many pages of the thread follow the one that begins it. */
export function laterPagesOf(html: string): number {
	const pager = html.indexOf(PAGER);
	if (pager < 0) return 0;
	const links = html.slice(pager, html.indexOf('</nav>', pager)).split('<li>').length - 1;
	return links - 1;
}

/** The first page of a thread with the posts of its other pages behind its own. */
export function withLaterPages(first: string, later: readonly string[]): string {
	const { end } = postsIn(first);
	const posts = later.map((page) => {
		const at = postsIn(page);
		return page.slice(at.start, at.end);
	});
	return first.slice(0, end) + posts.join('') + first.slice(end);
}

const PAGER = '<nav id=pages ';

/** Where the list of posts begins and ends within the page's HTML; no item of it ends its section. */
function postsIn(html: string): { start: number; end: number } {
	const section = html.indexOf('<section id=comments');
	const start = html.indexOf('<ol>', section);
	if (section < 0 || start < 0) return { start: html.length, end: html.length };
	const pager = html.indexOf(PAGER, start);
	const close = pager < 0 ? html.indexOf('</section>', start) : pager;
	return { start: start + '<ol>'.length, end: html.lastIndexOf('</ol>', close) };
}

/**
 * Puts a thread back together from its files, as text: indexes, packs and searches must read the same in Node
 * and in a browser. Pages are expected as `slimHtml` leaves them.
 */

/** The address, with the base, of a page's folded posts (`foldedPosts`); undefined when there are none. */
export function foldedFileOf(html: string): string | undefined {
	return FOLD.exec(html)?.[1];
}

/**
 * The page with its folded posts back in place after the others, as if it had never been folded.
 *
 * @param posts the content of its file: list items
 */
export function unfolded(html: string, posts: string): string {
	return html.replace(FOLD, () => `${posts}</ol>`);
}

/**
 * The end of the list, the placeholder for the folded posts, and the script that opens them, which Astro puts
 * before it. A member's text cannot contain its tag.
 */
const FOLD =
	/<\/ol>(?:<script [^>]*><\/script>)?<folded-posts data-file=([^\s">]+)[^]*?<\/folded-posts>/;

/** How many further pages the thread has after its first. */
export function laterPagesOf(html: string): number {
	const pager = html.indexOf(PAGER);
	if (pager < 0) return 0;
	const links = html.slice(pager, html.indexOf('</nav>', pager)).split('<li>').length - 1;
	return links - 1;
}

/** The first page of a thread with the posts of its other pages appended to its own. */
export function withLaterPages(first: string, later: readonly string[]): string {
	const { end } = postsIn(first);
	const posts = later.map((page) => {
		const at = postsIn(page);
		return page.slice(at.start, at.end);
	});
	return first.slice(0, end) + posts.join('') + first.slice(end);
}

const PAGER = '<nav id=pages ';

/** Where the list of posts begins and ends in the page's HTML; no item closes the section. */
function postsIn(html: string): { start: number; end: number } {
	const section = html.indexOf('<section id=comments');
	const start = html.indexOf('<ol>', section);
	if (section < 0 || start < 0) return { start: html.length, end: html.length };
	const pager = html.indexOf(PAGER, start);
	const close = pager < 0 ? html.indexOf('</section>', start) : pager;
	return { start: start + '<ol>'.length, end: html.lastIndexOf('</ol>', close) };
}

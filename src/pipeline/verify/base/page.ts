/**
 * What the checks need of one page, collected in a single pass without a document tree. Keep it only as long
 * as its checks run: its strings are slices that keep the whole document in memory.
 */
export interface Page {
	/** In the site, `tunes/27.html`. */
	file: string;
	bytes: number;
	lang: string;
	title: string;
	/** How many `<h1>` there are. */
	headings: number;
	/** How many staves of music are drawn in it. */
	staves: number;
	/** Every `id`, including repeats. */
	ids: string[];
	/** How many comments are in it; an empty anchor that links to a comment on another page does not count. */
	posts: number;
	/** Why its folded posts, which are otherwise part of it, could not be opened; null when all is well. */
	foldFault: string | null;
	/** Every `name` of an `<a>`. */
	names: string[];
	/** Targets of the page's own links, each once. */
	links: Set<string>;
	/** Targets of links only in members' text, not among our own links. */
	memberLinks: Set<string>;
	/** What a browser fetches to show the page. */
	resources: Resource[];
	/** Scripts that run before any interaction: `src` of scripts, `href` of module preloads. */
	scripts: string[];
	/** Scripts without `src`. */
	blocks: ScriptBlock[];
	/** `onclick of <a>`, for each. */
	handlers: string[];
	/** Elements with a `style` attribute, and `<style>` elements. */
	styles: string[];
	/** By `name` or `http-equiv`, in lower case. */
	metas: Map<string, string>;
	/** Every `rel` of a `<link>` or `<a>`. */
	rels: Set<string>;
	/** Text of the last `<footer>`. */
	footer: string;
}

interface Resource {
	/** Name of the element, `img`. */
	element: string;
	url: string;
}

interface ScriptBlock {
	type: string;
	text: string;
}

/** False when the page asks search engines not to index it; the sitemap then omits it too. */
export function isIndexable({ file, metas }: Pick<Page, 'file' | 'metas'>): boolean {
	return file !== '404.html' && !/\bnoindex\b/i.test(metas.get('robots') ?? '');
}

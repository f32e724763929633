/**
 * What the checks see of one page, gathered in a single reading without a document tree. Lives only
 * as long as its checks: its strings are slices that keep the whole document in memory.
 */
export interface Page {
	/** In the site, `tunes/27.html`. */
	file: string;
	bytes: number;
	lang: string;
	title: string;
	/** How many `<h1>` there are. */
	headings: number;
	/** How many staves of notes are drawn in it. */
	staves: number;
	/** Every `id`, repeats included. */
	ids: string[];
	/** How many comments stand in it; a bare anchor that leads to one on another page is none. */
	posts: number;
	/** Why its folded posts, which are in it otherwise, could not be opened; null where nothing is wrong. */
	foldFault: string | null;
	/** Every `name` of an `<a>`. */
	names: string[];
	/** Where a reader may go by links of ours, each once. */
	links: Set<string>;
	/** Where links go that stand in what members wrote, and no link of ours does. */
	memberLinks: Set<string>;
	/** What a browser fetches to show the page. */
	resources: Resource[];
	/** Scripts that run before anything is touched: `src` of scripts, `href` of module preloads. */
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
	/** Of the element, `img`. */
	element: string;
	url: string;
}

interface ScriptBlock {
	type: string;
	text: string;
}

/** True when search engines are asked to leave the page out, and so is the sitemap. */
export function isIndexable({ file, metas }: Pick<Page, 'file' | 'metas'>): boolean {
	return file !== '404.html' && !/\bnoindex\b/i.test(metas.get('robots') ?? '');
}

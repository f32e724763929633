import { FILTER_CHOICES, isReadOnPage, PART_LIST } from '../../search/search-parts.ts';
import type { FilterChoices, PartList, Searched, SearchPart } from '../../search/search-parts.ts';
import type { Place } from './found-post.ts';

/** A page that was found; the rest of it is loaded when it is shown. */
export interface Found {
	load: () => Promise<FoundPage>;
}

export interface FoundPage {
	/** With the base path, and an anchor where a comment or post was found. */
	url: string;
	title: string;
	subtitle: string;
	/** `2004-08-06`; of tunes only. */
	date: string;
	/** HTML: escaped text with the search words in `<mark>`; empty when it would add nothing. */
	excerpt: string;
}

export interface Asked {
	/** Null: every page that passes the filters. */
	text: string | null;
	filters: Record<string, string | { any: string[] }>;
	sort: Record<string, 'asc' | 'desc'>;
	/** Stops reading pages that are no longer needed. */
	signal: AbortSignal;
}

/** The full-text search: many small indexes, each opened when the directory says it contains the words. */
export class FullText {
	private readonly folder: string;
	private readonly indexes = new Map<string, Promise<Instance>>();
	private list: Promise<PartList> | undefined;
	private known: Promise<FilterChoices> | undefined;

	/** @param folder `/session-mirror/pagefind/` */
	constructor(folder: string) {
		this.folder = folder;
	}

	/** The indexes that may contain a page with these words, or that are not in the directory. */
	async partsWith(text: string | null): Promise<SearchPart[]> {
		const { directory, tag, parts } = await this.parts();
		const index = await this.open(directory, tag);
		if (text === null || parts.every(({ listed }) => listed === null)) return parts;
		// It knows the words, not their order.
		const { results } = await index.search(text.replaceAll('"', ' '));
		const names = new Set(results.map(({ id }) => id));
		return parts.filter(({ listed }) => listed === null || names.has(listed));
	}

	/** The results of a part, best first. */
	async search(part: SearchPart, asked: Asked): Promise<Found[]> {
		const { folder, tag, holds } = part;
		const { text, filters, sort } = asked;
		const index = await this.open(folder, tag);
		const { results } = await index.search(text, { filters, sort });
		// A thing's own name does not make a comment on it a match.
		const said = holds === 'comments' ? results.filter(({ words }) => words.length > 0) : results;
		return said.map(({ data }) => ({
			load: async () => {
				const page = await data();
				return isReadOnPage(holds) ? readOnPage(page, holds, asked) : pageOf(page);
			},
		}));
	}

	/** The choices available in filters. */
	choices(): Promise<FilterChoices> {
		this.known ??= this.json<FilterChoices>(FILTER_CHOICES).catch((error: unknown) => {
			this.known = undefined;
			throw error;
		});
		return this.known;
	}

	private parts(): Promise<PartList> {
		this.list ??= this.json<PartList>(PART_LIST).catch((error: unknown) => {
			this.list = undefined;
			throw error;
		});
		return this.list;
	}

	private open(folder: string, tag: string): Promise<Instance> {
		const known = this.indexes.get(folder);
		if (known) return known;
		const opened = this.start(folder, tag);
		this.indexes.set(folder, opened);
		opened.catch(() => this.indexes.delete(folder));
		return opened;
	}

	private async start(folder: string, tag: string): Promise<Instance> {
		const { directory } = await this.parts();
		const { createInstance } = (await import(
			/* @vite-ignore */ `${this.folder}${directory}/pagefind.js`
		)) as Pagefind;
		const index = createInstance({
			basePath: `${this.folder}${folder}/`,
			baseUrl: this.folder.replace(/pagefind\/$/, ''),
			excerptLength: 24,
			metaCacheTag: tag,
			// A small index answers in milliseconds, so a thread is not worth its bytes.
			noWorker: !folder.startsWith('discussions'),
		});
		await index.init();
		// Wait until the program is loaded: two loading at once would corrupt each other's memory.
		await index.search('');
		return index;
	}

	private async json<T>(file: string): Promise<T> {
		// All other files are named by their contents, so only these must be revalidated.
		const response = await fetch(this.folder + file, { cache: 'no-cache' });
		if (!response.ok) throw new Error(`${file}: ${response.status}`);
		return (await response.json()) as T;
	}
}

/** A page with the comment or post that contains the words. */
async function readOnPage(
	found: PagefindPage,
	holds: Searched,
	{ text, signal }: Asked,
): Promise<FoundPage> {
	const page = { ...pageOf(found), excerpt: '' };
	const { word_count: count, weighted_locations: places } = found;
	// Only its title contains the words.
	if (places.length === 0) return page;
	const { url } = page;
	const isDiscussion = holds === 'discussions';
	const sought = { url, isDiscussion, count, places, typed: text ?? '', signal };
	// The code that reads pages is loaded when first needed: most searches are for names and tunes.
	const post = await import('./post-on-page.ts').then(
		({ postOnPage }) => postOnPage(sought),
		() => undefined,
	);
	if (!post) return page;
	const { id, excerpt } = post;
	return { ...page, url: id === '' ? url : `${url}#${id}`, excerpt };
}

function pageOf({ url, excerpt, meta }: PagefindPage): FoundPage {
	return {
		url,
		title: meta['title'] ?? url,
		subtitle: meta['subtitle'] ?? '',
		date: meta['date'] ?? '',
		// Without a match it is only the beginning of the post.
		excerpt: excerpt.includes('<mark>') ? excerpt : '',
	};
}

interface Pagefind {
	createInstance: (options: Record<string, unknown>) => Instance;
}

interface Instance {
	init: () => Promise<void>;
	search: (
		text: string | null,
		options?: Pick<Asked, 'filters' | 'sort'>,
	) => Promise<{ results: Result[] }>;
}

interface Result {
	id: string;
	/** Positions of the words in the page's text; none when only its title has them. */
	words: number[];
	data: () => Promise<PagefindPage>;
}

interface PagefindPage {
	url: string;
	excerpt: string;
	meta: Record<string, string>;
	word_count: number;
	weighted_locations: Place[];
}

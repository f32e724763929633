import { FILTER_CHOICES, PART_LIST } from '../../domain/search-parts.ts';
import type { FilterChoices, PartList, Searched, SearchPart } from '../../domain/search-parts.ts';
import { textDirective } from './text-directive.ts';

/** A page that was found; the rest of it is loaded when it is shown. */
export interface Found {
	load: () => Promise<FoundPage>;
}

export interface FoundPage {
	/** With the base path; with an anchor where a comment was found. */
	url: string;
	title: string;
	subtitle: string;
	/** `2004-08-06`, of tunes. */
	date: string;
	/** HTML: escaped text with the words that were searched for in `<mark>`. */
	excerpt: string;
}

export interface Asked {
	/** Null: every page that passes the filters. */
	text: string | null;
	filters: Record<string, string | { any: string[] }>;
	sort: Record<string, 'asc' | 'desc'>;
}

/** The full-text search: many small indexes, each opened when the directory says it has the words. */
export class FullText {
	private readonly folder: string;
	private readonly indexes = new Map<string, Promise<Instance>>();
	private list: Promise<PartList> | undefined;
	private known: Promise<FilterChoices> | undefined;

	/** @param folder `/session-mirror/pagefind/` */
	constructor(folder: string) {
		this.folder = folder;
	}

	/** The indexes that can have a page with these words, or that the directory does not know. */
	async partsWith(text: string | null): Promise<SearchPart[]> {
		const { directory, tag, parts } = await this.parts();
		const index = await this.open(directory, tag);
		if (text === null || parts.every(({ listed }) => listed === null)) return parts;
		// It has the words, not what stands beside what.
		const { results } = await index.search(text.replaceAll('"', ' '), {});
		const names = new Set(results.map(({ id }) => id));
		return parts.filter(({ listed }) => listed === null || names.has(listed));
	}

	/** What a part has, the best first. */
	async search({ folder, tag, holds }: SearchPart, asked: Asked): Promise<Found[]> {
		const { text, filters, sort } = asked;
		const index = await this.open(folder, tag);
		const { results } = await index.search(text, { filters, sort });
		// That a thing is called so makes no comment on it one of these.
		const said = holds === 'comments' ? results.filter(({ words }) => words.length > 0) : results;
		return said.map(({ data }) => ({ load: async () => pageOf(await data(), holds) }));
	}

	/** What there is to choose from in filters. */
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
			// A small index answers in milliseconds: not worth the bytes of a thread.
			noWorker: !folder.startsWith('discussions'),
		});
		await index.init();
		// Ready when the program is: two that load it at once would spoil each other's memory.
		await index.search('');
		return index;
	}

	private async json<T>(file: string): Promise<T> {
		// Everything else is named by its contents, so that only these must be fresh.
		const response = await fetch(this.folder + file, { cache: 'no-cache' });
		if (!response.ok) throw new Error(`${file}: ${response.status}`);
		return (await response.json()) as T;
	}
}

/** A page; of a page of comments the comment that has most of the words. */
function pageOf(
	{ url, excerpt, meta, sub_results: within }: PagefindPage,
	holds: Searched,
): FoundPage {
	const [best] = within
		.filter(({ url: address }) => address.includes('#'))
		.toSorted((a, b) => weight(b) - weight(a));
	return {
		url: best?.url ?? (holds === 'discussions' ? url + textDirective(excerpt) : url),
		title: meta['title'] ?? url,
		subtitle: meta['subtitle'] ?? '',
		date: meta['date'] ?? '',
		excerpt: best?.excerpt ?? excerpt,
	};
}

function weight({ weighted_locations: locations }: SubResult): number {
	return locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

interface Pagefind {
	createInstance: (options: Record<string, unknown>) => Instance;
}

interface Instance {
	init: () => Promise<void>;
	search: (text: string | null, options?: Partial<Asked>) => Promise<{ results: Result[] }>;
}

interface Result {
	id: string;
	/** Where in the page's text the words are; none when only its title has them. */
	words: number[];
	data: () => Promise<PagefindPage>;
}

interface PagefindPage {
	url: string;
	excerpt: string;
	meta: Record<string, string>;
	sub_results: SubResult[];
}

interface SubResult {
	url: string;
	excerpt: string;
	locations: number[];
	weighted_locations: { balanced_score: number }[];
}

/** A page that was found; the rest of it is loaded when it is shown. */
export interface Found {
	kind: string;
	load: () => Promise<FoundPage>;
}

export interface FoundPage {
	url: string;
	title: string;
	subtitle: string;
	/** HTML: escaped text with the words that were searched for in `<mark>`. */
	excerpt: string;
}

export interface Bundle {
	/** The best first, within each kind. */
	search: (text: string) => Promise<Found[]>;
}

interface Pagefind {
	options: (options: Record<string, unknown>) => Promise<void>;
	init: () => Promise<void>;
	mergeIndex: (folder: string, options?: Record<string, unknown>) => Promise<void>;
	filters: () => Promise<Record<string, Record<string, number>>>;
	search: (
		text: string,
		options: { filters: Record<string, string> },
	) => Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
	data: () => Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

/** Opens one of the bundles that `bundles.json` in `folder` lists, with all its parts. */
export async function openBundle(folder: string, name: string): Promise<Bundle> {
	const response = await fetch(`${folder}bundles.json`);
	if (!response.ok) throw new Error(`bundles.json: ${response.status}`);
	const [first, ...others] = ((await response.json()) as Record<string, string[]>)[name] ?? [];
	if (first === undefined) return { search: () => Promise.resolve([]) };
	const pagefind = (await import(/* @vite-ignore */ `${folder}${first}/pagefind.js`)) as Pagefind;
	await pagefind.options({ excerptLength: 24 });
	await pagefind.init();
	for (const part of others) await pagefind.mergeIndex(`${folder}${part}`);
	const kinds = Object.keys((await pagefind.filters())['kind'] ?? {});
	return { search: (text) => searchKinds(pagefind, kinds, text) };
}

async function searchKinds(
	pagefind: Pagefind,
	kinds: readonly string[],
	text: string,
): Promise<Found[]> {
	const found = await Promise.all(
		kinds.map(async (kind) => {
			const { results } = await pagefind.search(text, { filters: { kind } });
			return results.map((result): Found => ({ kind, load: () => loadPage(result) }));
		}),
	);
	return found.flat();
}

async function loadPage(result: PagefindResult): Promise<FoundPage> {
	const { url, excerpt, meta } = await result.data();
	return {
		url,
		title: meta['title'] ?? url,
		subtitle: meta['subtitle'] ?? '',
		excerpt,
	};
}

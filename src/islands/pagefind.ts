/** A page that was found; the rest of it is loaded when it is shown. */
export interface Found {
	kind: string;
	load: () => Promise<{ url: string; title: string; subtitle: string; excerpt: string }>;
}

export interface Bundle {
	search: (text: string) => Promise<Found[]>;
}

interface Pagefind {
	options: (options: Record<string, unknown>) => Promise<void>;
	init: () => Promise<void>;
	filters: () => Promise<Record<string, Record<string, number>>>;
	search: (
		text: string,
		options?: { filters?: Record<string, string> },
	) => Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
	id: string;
	data: () => Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

/** Opens the Pagefind bundle in a folder whose address ends in `/`. */
export async function openBundle(folder: string): Promise<Bundle> {
	const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
	await pagefind.options({ excerptLength: 24 });
	await pagefind.init();
	const kinds = Object.keys((await pagefind.filters())['kind'] ?? {});
	return {
		search: async (text) => {
			const groups = await Promise.all(
				kinds.map(async (kind) => {
					const { results } = await pagefind.search(text, { filters: { kind } });
					return results.map((result): Found => ({ kind, load: () => loadPage(result) }));
				}),
			);
			return groups.flat();
		},
	};
}

async function loadPage(result: PagefindResult): ReturnType<Found['load']> {
	const { url, excerpt, meta } = await result.data();
	return {
		// Pagefind knows files; addresses have no ending.
		url: url.replace(/\.html$/, ''),
		title: meta['title'] ?? url,
		subtitle: meta['subtitle'] ?? '',
		excerpt,
	};
}

/**
 * Addresses of ours in a script or a stylesheet: scripts name chunks in strings, stylesheets name fonts in
 * `url()`.
 */
const IN_SCRIPT = /["'`](?:\.\/|\/?(?:[\w-]+\/)*_astro\/)([\w~.-]+\.(?:js|css))["'`]/g;
const IN_STYLE = /url\(["']?(?!data:)([^"')]+)["']?\)/g;

/** The scripts and styles that a page loads. */
export function partsOfPage(page: ParentNode, url: string): string[] {
	const parts = page.querySelectorAll('link[rel=stylesheet], script[src]');
	return [...parts].map(
		(part) => new URL(part.getAttribute('src') ?? part.getAttribute('href') ?? '', url).href,
	);
}

/** The files that a script or a stylesheet may load. */
export function partsOfFile(text: string, url: string): string[] {
	const found = /\.css$/.test(url) ? IN_STYLE : IN_SCRIPT;
	return [...text.matchAll(found)].map(([, name = '']) => new URL(name, url).href);
}

/** Fetches these files and, when `isDeep`, everything they may load; returns the unavailable ones. */
export async function missingParts(urls: readonly string[], isDeep: boolean): Promise<string[]> {
	const known = new Set(urls);
	const missing: string[] = [];
	for (const url of known) {
		const response = await fetch(url).catch(() => undefined);
		if (!response?.ok) missing.push(url);
		else if (isDeep && /\.(js|css)$/.test(url))
			for (const part of partsOfFile(await response.text(), url)) known.add(part);
	}
	return missing;
}

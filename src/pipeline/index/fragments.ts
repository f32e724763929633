import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What Pagefind's files begin with when unpacked. */
const MAGIC = 'pagefind_dcd';

/** What Pagefind stores about a page beside the index. */
interface Fragment {
	content: string;
	/** How many words the content has. */
	word_count: number;
	meta: Record<string, string>;
	url: string;
}

/** The content of a fragment file: one page, or several by their names. */
export function readFragment(file: string): unknown {
	const text = gunzipSync(readFileSync(file)).toString();
	return JSON.parse(text.startsWith(MAGIC) ? text.slice(MAGIC.length) : text);
}

/**
 * Removes the texts from an index's fragments. Pagefind still works in the browser: it finds words and
 * their positions, but shows no excerpt.
 */
export function dropTexts(index: string): void {
	const folder = path.join(index, 'fragment');
	for (const name of readdirSync(folder)) {
		const file = path.join(folder, name);
		const read = readFragment(file) as Fragment | Record<string, Fragment>;
		const bare = isOne(read)
			? withoutText(read)
			: Object.fromEntries(Object.entries(read).map(([page, of]) => [page, withoutText(of)]));
		writeFileSync(file, gzipSync(MAGIC + JSON.stringify(bare), { level: 9 }));
	}
}

/** The addresses of the pages in an index. */
export function indexedUrls(index: string): Set<string> {
	const urls = new Set<string>();
	const folder = path.join(index, 'fragment');
	for (const name of readdirSync(folder)) {
		const read = readFragment(path.join(folder, name)) as Fragment | Record<string, Fragment>;
		for (const { url } of isOne(read) ? [read] : Object.values(read)) urls.add(url);
	}
	return urls;
}

/** If no file would hold two pages, each file holds one page without its name. */
function isOne(read: Fragment | Record<string, Fragment>): read is Fragment {
	return typeof read['content'] === 'string';
}

/** Pagefind's program requires the empty properties. */
function withoutText({ url, meta, word_count }: Fragment): object {
	return { anchors: [], content: '', filters: {}, meta, url, word_count };
}

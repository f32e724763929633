import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What Pagefind's files begin with when they are unpacked. */
const MAGIC = 'pagefind_dcd';

/** What Pagefind keeps of a page beside the index. */
interface Fragment {
	content: string;
	/** How many words the content has. */
	word_count: number;
	meta: Record<string, string>;
	url: string;
}

/** What a file of Pagefind's says of a page, or of several by their names. */
export function readFragment(file: string): unknown {
	const text = gunzipSync(readFileSync(file)).toString();
	return JSON.parse(text.startsWith(MAGIC) ? text.slice(MAGIC.length) : text);
}

/**
 * Takes the texts out of what an index keeps of its pages. Pagefind's program in the browser goes on
 * without: it finds the words and where they are, but cuts no excerpt.
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

/** The addresses of the pages that an index has. */
export function indexedUrls(index: string): Set<string> {
	const urls = new Set<string>();
	const folder = path.join(index, 'fragment');
	for (const name of readdirSync(folder)) {
		const read = readFragment(path.join(folder, name)) as Fragment | Record<string, Fragment>;
		for (const { url } of isOne(read) ? [read] : Object.values(read)) urls.add(url);
	}
	return urls;
}

/** Where no file would have two pages, each has one that is not named in it. */
function isOne(read: Fragment | Record<string, Fragment>): read is Fragment {
	return typeof read['content'] === 'string';
}

/** The program expects all that is empty here. */
function withoutText({ url, meta, word_count }: Fragment): object {
	return { anchors: [], content: '', filters: {}, meta, url, word_count };
}

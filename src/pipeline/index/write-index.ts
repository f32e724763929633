import { close, createIndex } from 'pagefind';
import type { IndexDocument } from './index-document.ts';

/** How many messages may be on their way to Pagefind at once. */
const WINDOW = 16;

export interface IndexShape {
	/** The folder to write. */
	output: string;
	/** How many files hold the pages' texts; one per page when absent. */
	fragments?: number;
}

/**
 * Writes one index through a Pagefind service of its own. Documents are handed over one by one because
 * `addDirectory`, though twice as fast, would turn the address `/tunes/27` into `/tunes/27.html`. They are
 * added in order and one at a time: Pagefind numbers pages as they arrive, which decides the bytes.
 *
 * @returns the addresses of documents that Pagefind refused
 * @throws Error with Pagefind's message
 */
export async function writeIndex(
	documents: Iterable<IndexDocument>,
	{ output, fragments }: IndexShape,
): Promise<string[]> {
	const refused: string[] = [];
	try {
		const { index, errors } = await createIndex({
			// One index for all words, whatever language a page declares.
			forceLanguage: 'en',
			...(fragments !== undefined && { maxFragments: fragments }),
		});
		expectNone(errors);
		if (!index) throw new Error('Pagefind gave no index.');
		const waiting = documents[Symbol.iterator]();
		const worker = async (): Promise<void> => {
			for (let next = waiting.next(); !next.done; next = waiting.next()) {
				const { url, html: content } = next.value;
				if ((await index.addHTMLFile({ url, content })).errors.length > 0) refused.push(url);
			}
		};
		await Promise.all(Array.from({ length: WINDOW }, worker));
		expectNone((await index.writeFiles({ outputPath: output })).errors);
		return refused;
	} finally {
		await close();
	}
}

function expectNone(errors: string[]): void {
	if (errors.length > 0) throw new Error(errors.join('; '));
}

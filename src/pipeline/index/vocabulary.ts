import { decodeHTML, encodeXML } from 'entities';

/** Where Pagefind splits a word at a change of case. */
const CAMEL = /(\p{Ll})(\p{Lu})/gu;

/** Collects the distinct words of documents, and the words that Pagefind sees within them. */
export class Vocabulary {
	private readonly words = new Set<string>();

	/** Takes all text of a document, but not what is inside its tags. */
	add(html: string): void {
		const text = decodeHTML(html.replace(/<[^>]*>/g, ' '));
		for (const word of text.split(/\s+/)) {
			this.take(word);
			// In an index of the text, `MacColgan` is also found by `colgan`.
			const pieces = word.replace(CAMEL, '$1 $2').split(' ');
			if (pieces.length > 1) for (const piece of pieces) this.take(piece);
		}
	}

	private take(word: string): void {
		const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
		if (bare !== '') this.words.add(bare.toLowerCase());
	}

	/** All words as escaped text, in order. */
	text(): string {
		return encodeXML([...this.words].sort().join(' '));
	}
}

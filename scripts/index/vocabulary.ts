import { decodeHTML, encodeXML } from 'entities';

/** Collects the different words of documents. */
export class Vocabulary {
	private readonly words = new Set<string>();

	/** Takes all text of a document; what stands in its tags is none. */
	add(html: string): void {
		const text = decodeHTML(html.replace(/<[^>]*>/g, ' '));
		for (const word of text.toLowerCase().split(/\s+/)) {
			const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
			if (bare !== '') this.words.add(bare);
		}
	}

	/** All words as escaped text, in order. */
	text(): string {
		return encodeXML([...this.words].sort().join(' '));
	}
}

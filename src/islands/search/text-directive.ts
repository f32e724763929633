/** As many words as are found again with near certainty. */
const WORDS = 4;

/**
 * What is put behind the anchor of a post so that a browser scrolls to the first words that were found;
 * one that does not know it stays at the anchor.
 *
 * @param excerpt escaped text with `<mark>`
 */
export function textDirective(excerpt: string): string {
	const from = excerpt.indexOf('<mark>');
	if (from < 0) return '';
	const text = excerpt.slice(from).replace(/<\/?mark>/g, '');
	const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	const words = plain.split(/\s+/).slice(0, WORDS);
	// Where a paragraph ends Pagefind puts a full stop that the page may not have.
	const end = words.findIndex((word) => /[.!?:;,]$/.test(word));
	const sought = (end < 0 ? words : words.slice(0, end + 1)).join(' ').replace(/[.!?:;,]+$/, '');
	return `:~:text=${encodeURIComponent(sought).replaceAll('-', '%2D')}`;
}

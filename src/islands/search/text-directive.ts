/** As many words as are found again with near certainty. */
const WORDS = 4;

/**
 * The part of an address that has a browser scroll to the first words that were found; browsers that do
 * not know it stay at the top of the page.
 *
 * @param excerpt escaped text with `<mark>`, as Pagefind gives it
 */
export function textDirective(excerpt: string): string {
	const from = excerpt.indexOf('<mark>');
	if (from < 0) return '';
	const text = excerpt.slice(from).replace(/<\/?mark>/g, '');
	const words = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(/\s+/).slice(0, WORDS);
	// Where a paragraph ends Pagefind puts a full stop that the page may not have.
	const end = words.findIndex((word) => /[.!?:;,]$/.test(word));
	const sought = (end < 0 ? words : words.slice(0, end + 1)).join(' ').replace(/[.!?:;,]+$/, '');
	return `#:~:text=${encodeURIComponent(sought).replaceAll('-', '%2D')}`;
}

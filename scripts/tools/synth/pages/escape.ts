/** Escapes text for HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
	return /[&<>"]/.test(text)
		? text
				.replaceAll('&', '&amp;')
				.replaceAll('<', '&lt;')
				.replaceAll('>', '&gt;')
				.replaceAll('"', '&quot;')
		: text;
}

/** Upstream's headings have typographic apostrophes. */
export function typographic(text: string): string {
	return escapeHtml(text.replaceAll("'", '’'));
}

/**
 * The same document in fewer bytes: without tags that HTML lets be left out and quotes of values that
 * need none. No text changes but for blanks between blocks.
 *
 * For whole tags with double quotes, in lower case, as Astro and the sanitiser write them; a script in
 * the page must not hold `<`. `shorten` writes a link from the root in another way.
 */
export function slimHtml(html: string, shorten = (link: string): string => link): string {
	const shortened = (_: string, before: string, link: string): string => before + shorten(link);
	return html
		.replace(NEEDLESS, '')
		.replaceAll('<br />', '<br>')
		.replaceAll('&#39;', "'")
		.replace(TAG, (tag) => tag.replace(LINK, shortened).replace(VALUE, '=$1'));
}

/** Tags that the next one implies; the end of a paragraph with the blanks after it. */
const NEEDLESS = new RegExp(
	[
		'<head>',
		'</head><body>',
		'</body></html>',
		'</li>(?=<li[ >]|</[uo]l>)',
		'</d[dt]>(?=<d[dt][ >]|</d(?:l|iv)>)',
		'</p>\\s*(?=<(?:p|article|blockquote|details|dl|div|footer|h[1-6]|ol|pre|section|ul)[ >]' +
			'|</(?:article|blockquote|details|div|footer|header|li|section)>)',
	].join('|'),
	'g',
);

/** A start tag with an attribute. A `>` may stand in a value. */
const TAG = /<[a-z][\w-]*(?: [^\s"'<>/=]+(?:="[^"]*")?)+ ?\/?>/g;

/** A link from the root, and what stands before it. */
const LINK = /( (?:href|src|action)=")(\/(?!\/)[^"]*)/;

/** A value that may stand bare. Not before `/>`, which would become part of it. */
const VALUE = /="([^\s"'=<>`]+)"(?=[ >])/g;

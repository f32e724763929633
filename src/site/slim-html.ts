/**
 * The same document in fewer bytes: without optional tags and unnecessary quotes. Text only changes in the
 * blanks between blocks.
 *
 * Expects complete tags in lower case with double quotes, as Astro and the sanitiser write them; a script in
 * the page must not contain `<`. `shorten` rewrites a link that starts at the root.
 */
export function slimHtml(html: string, shorten = (link: string): string => link): string {
	const shortened = (_: string, before: string, link: string): string => before + shorten(link);
	return html
		.replace(NEEDLESS, '')
		.replaceAll('<br />', '<br>')
		.replaceAll('&#39;', "'")
		.replace(TAG, (tag) => tag.replace(LINK, shortened).replace(VALUE, '=$1'));
}

/** Optional tags: those the next tag implies, and the end of a paragraph with the blanks after it. */
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

/** A start tag with attributes, whose values may contain `>`. */
const TAG = /<[a-z][\w-]*(?: [^\s"'<>/=]+(?:="[^"]*")?)+ ?\/?>/g;

/** A link that starts at the root, and what precedes it. */
const LINK = /( (?:href|src|action)=")(\/(?!\/)[^"]*)/;

/** A value that needs no quotes. Not before `/>`, which would become part of it. */
const VALUE = /="([^\s"'=<>`]+)"(?=[ >])/g;

/**
 * Ends lines with LF, trims them and removes empty ones, which would end the tune; other kinds of space
 * become plain ones. Nothing that sounds is changed.
 */
export function mendWhitespace(body: string): string {
	return body
		.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
		.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
		.replace(/(?![\t\n])[\p{Cc}\u200b\ufeff]/gu, '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');
}

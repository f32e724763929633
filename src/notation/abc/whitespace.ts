/**
 * Lines ended by LF, without spaces around them and without empty ones, which would end the tune;
 * spaces of other kinds are plain ones. Nothing that sounds is touched.
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

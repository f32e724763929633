/** The body of a tune on one line, as in the API: lines end in `! `. */
export function oneLine(abc: string): string {
	return abc.trimEnd().replaceAll('\n', '! ');
}

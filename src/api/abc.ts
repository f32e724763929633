/** The body of a tune in one line, as the API has it: lines end in `! `. */
export function oneLine(abc: string): string {
	return abc.trimEnd().replaceAll('\n', '! ');
}

/**
 * The text in a file compressed with raw deflate.
 *
 * @throws TypeError when the file is not deflated or is truncated
 */
export function inflateText(file: Blob): Promise<string> {
	const stream = file.stream().pipeThrough(new DecompressionStream('deflate-raw'));
	return new Response(stream).text();
}

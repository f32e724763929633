/**
 * The text that a file deflated raw holds.
 *
 * @throws TypeError when it is none, or cut off
 */
export function inflateText(file: Blob): Promise<string> {
	const stream = file.stream().pipeThrough(new DecompressionStream('deflate-raw'));
	return new Response(stream).text();
}

const NARROW = new Set("iljtfrI.,:;'|!()[]/ -");
const WIDE = new Set('mwMWQOGDNHUAK@%&');

/**
 * Roughly how much room a text takes, in pixels, where nothing can measure it. It decides only how
 * far chord symbols and words push notes apart.
 */
export function textSize(
	text: string,
	attributes: Readonly<Record<string, unknown>>,
): { width: number; height: number } {
	const size = Number(attributes['font-size']) || 16;
	let width = 0;
	for (const letter of text) width += NARROW.has(letter) ? 0.3 : WIDE.has(letter) ? 0.78 : 0.52;
	const bold = attributes['font-weight'] === 'bold' ? 1.06 : 1;
	return { width: width * size * bold, height: size * 1.15 * text.split('\n').length };
}

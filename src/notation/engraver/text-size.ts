const NARROW = new Set("iljtfrI.,:;'|!()[]/ -");
const WIDE = new Set('mwMWQOGDNHUAK@%&');

/**
 * Rough size of a text, in pixels, where nothing can measure it. It only decides how far chord symbols and
 * words push notes apart.
 */
export function textSize(
	text: string,
	attributes: Readonly<Record<string, unknown>>,
): { width: number; height: number } {
	const size = Number(attributes['font-size']) || 16;
	const lines = text.trimEnd().split('\n');
	const bold = attributes['font-weight'] === 'bold' ? 1.06 : 1;
	return {
		width: Math.max(...lines.map(ems)) * size * bold,
		height: size * LINE_HEIGHT * lines.length,
	};
}

/** Line spacing in ems: what browsers measure for the common faces, or slightly less. */
export const LINE_HEIGHT = 1.1;

function ems(line: string): number {
	let width = 0;
	for (const letter of line) width += NARROW.has(letter) ? 0.3 : WIDE.has(letter) ? 0.78 : 0.52;
	return width;
}

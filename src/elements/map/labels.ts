/** A visible mark, in pixels, and the label that could go below it. */
export interface Labelled {
	id: string;
	x: number;
	y: number;
	radius: number;
	/** How many places it stands for. */
	count: number;
	text: string | null;
}

/** Approximate letter width in the label's font. */
const LETTER_WIDTH = 8.5;
const HEIGHT = 22;
const WIDEST = 190;

interface Rectangle {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The labels that fit without covering a mark or another label; those for many places have priority. */
export function labelsWithRoom(
	marks: readonly Labelled[],
	view: { x: number; y: number },
): Set<string> {
	const taken = marks.map(({ x, y, radius }): Rectangle => around(x, y, radius, radius));
	const shown = new Set<string>();
	for (const { id, x, y, radius, text } of [...marks].sort((a, b) => b.count - a.count)) {
		if (text === null) continue;
		const half = Math.min(WIDEST, text.length * LETTER_WIDTH) / 2;
		const label = around(x, y + radius + HEIGHT / 2 + 1, half, HEIGHT / 2);
		const isInView = label.left >= 0 && label.right <= view.x && label.bottom <= view.y;
		if (!isInView || taken.some((other) => overlap(label, other))) continue;
		taken.push(label);
		shown.add(id);
	}
	return shown;
}

function around(x: number, y: number, across: number, up: number): Rectangle {
	return { left: x - across, top: y - up, right: x + across, bottom: y + up };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Writes path data in whole units, each step relative to the last and as short as possible. A path that
 * begins with a relative `m` begins at the origin, so no step is a special case.
 */
export class PathData {
	private text = '';
	private x = 0;
	private y = 0;

	get isEmpty(): boolean {
		return this.text === '';
	}

	move(x: number, y: number): this {
		if (x === this.x && y === this.y && this.text !== '') return this;
		return this.step('m', x, y);
	}

	line(x: number, y: number): this {
		if (y === this.y) return this.command('h', [x - this.x], x, y);
		if (x === this.x) return this.command('v', [y - this.y], x, y);
		return this.step('l', x, y);
	}

	/** A straight line, starting from the nearer end. */
	segment(x1: number, y1: number, x2: number, y2: number): this {
		const first = Math.abs(x1 - this.x) + Math.abs(y1 - this.y);
		const second = Math.abs(x2 - this.x) + Math.abs(y2 - this.y);
		return first <= second ? this.move(x1, y1).line(x2, y2) : this.move(x2, y2).line(x1, y1);
	}

	/** A cubic curve from the current point: two control points and the end. */
	curve(points: readonly number[]): this {
		const relative = points.map((value, at) => value - (at % 2 ? this.y : this.x));
		return this.command('c', relative, points.at(-2) ?? 0, points.at(-1) ?? 0);
	}

	toString(): string {
		return this.text;
	}

	private step(letter: string, x: number, y: number): this {
		return this.command(letter, [x - this.x, y - this.y], x, y);
	}

	private command(letter: string, values: readonly number[], x: number, y: number): this {
		this.text += letter + joinNumbers(values);
		this.x = x;
		this.y = y;
		return this;
	}
}

/** Numbers separated by a space only where no minus sign separates them. */
function joinNumbers(values: readonly number[]): string {
	let text = '';
	for (const value of values) text += text === '' || value < 0 ? value : ` ${value}`;
	return text;
}

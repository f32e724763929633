import type { BarPlace, NotePlace, Places, StaffPlace } from '../../notation/engraver/places.ts';

/** A bar of the score, by its position in the source. */
interface Written {
	startChar: number;
	endChar: number;
}

const SVG = 'http://www.w3.org/2000/svg';
/** How far marks extend above and below the staff, in the drawing's units. */
const REACH = 14;

/** Highlights the sounding note and the looped bars on a staff, and keeps them in view. */
export class Cursor {
	private readonly staff: SVGSVGElement;
	private readonly places: Places;
	private readonly written: readonly Written[];
	private readonly notes: Map<number, NotePlace>;
	private readonly mark = document.createElementNS(SVG, 'rect');
	private bars: SVGRectElement[] = [];
	private line: StaffPlace | undefined;

	/** `written` are the bars of the score; a bar that crosses the end of a line stands in two places. */
	constructor(staff: SVGSVGElement, places: Places, written: readonly Written[]) {
		this.staff = staff;
		this.places = places;
		this.written = written;
		this.notes = new Map(places.notes.map((note) => [note.startChar, note]));
		this.mark.setAttribute('class', 'at');
	}

	/** Highlights the note written there; if there is none, the highlight stays. */
	show(startChar: number): void {
		const note = this.notes.get(startChar);
		if (!note) return;
		place(this.mark, note.x - 4, Math.max(14, note.width + 6), note.staff);
		if (!this.mark.isConnected) this.staff.prepend(this.mark);
		if (note.staff !== this.line) this.bringIntoView(note.staff);
		this.line = note.staff;
	}

	/** Highlights bars, by index among the written ones. */
	showLoop(from: number, to: number): void {
		this.hideLoop();
		const first = this.written[from]?.startChar ?? 0;
		const last = this.written[to]?.endChar ?? 0;
		const looped = this.places.bars.filter((bar) => bar.startChar >= first && bar.startChar < last);
		this.bars = looped.map((bar) => {
			const mark = document.createElementNS(SVG, 'rect');
			mark.setAttribute('class', 'loop');
			place(mark, bar.x, bar.width, bar.staff);
			this.staff.prepend(mark);
			return mark;
		});
	}

	hideLoop(): void {
		for (const bar of this.bars) bar.remove();
		this.bars = [];
	}

	remove(): void {
		this.mark.remove();
		this.hideLoop();
	}

	/** The index of the bar at a point of the window, among the written ones. */
	barAt(clientX: number, clientY: number): number | undefined {
		const box = this.staff.getBoundingClientRect();
		const scale = this.staff.viewBox.baseVal.width / box.width;
		const [x, y] = [(clientX - box.x) * scale, (clientY - box.y) * scale];
		const place = this.places.bars.find((bar) => isIn(bar, x, y));
		if (!place) return undefined;
		const { startChar } = place;
		const at = this.written.findIndex(
			(bar) => startChar >= bar.startChar && startChar < bar.endChar,
		);
		return at < 0 ? undefined : at;
	}

	private bringIntoView({ top, height }: StaffPlace): void {
		const box = this.staff.getBoundingClientRect();
		const scale = box.height / this.staff.viewBox.baseVal.height;
		const above = box.top + (top - REACH) * scale;
		const below = box.top + (top + height + REACH) * scale;
		if (above > 0 && below < innerHeight * 0.6) return;
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		scrollBy({ top: above - innerHeight * 0.2, behavior: still ? 'instant' : 'smooth' });
	}
}

function place(mark: SVGRectElement, x: number, width: number, { top, height }: StaffPlace): void {
	const box = { x, y: top - REACH, width, height: height + 2 * REACH };
	for (const [name, value] of Object.entries(box)) mark.setAttribute(name, value.toFixed(1));
}

function isIn(bar: BarPlace, x: number, y: number): boolean {
	const { top, height } = bar.staff;
	const near = y > top - 3 * REACH && y < top + height + 3 * REACH;
	return near && x >= bar.x && x < bar.x + bar.width;
}

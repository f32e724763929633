import type { Border } from './borders.ts';

/** Borders, by index, whose repeat signs need correcting; -1 is the start of the body. */
export interface RepeatFaults {
	/** Where `:|` is missing after an ending. */
	missingEnds: number[];
	/** Where `:|` follows a last ending. */
	extraEnds: number[];
	/** Where `:|` precedes a first ending. */
	earlyEnds: number[];
	/** Ending numbers with no first ending before them, or with no music after them. */
	strayNumbers: number[];
	/** Endings with the wrong number, and the number that should follow the previous one. */
	wrongNumbers: Map<number, number>;
	/** Where a repeated section begins that no program would find. */
	missingStarts: number[];
}

/** Music that is repeated as a whole: from one start, written or not, to the next. */
interface Section {
	start: number;
	/** Whether `|:` stands at its start. */
	open: boolean;
	/** Whether a repeat without `|:` goes back to its start anyway. */
	found: boolean;
	/** Where its endings begin, and the passes they name. */
	endings: number[];
	passes: number[];
}

/** Finds the faults in a body of one voice. */
export function findRepeatFaults(borders: readonly Border[]): RepeatFaults {
	const reading = new Reading(borders);
	for (const at of borders.keys()) reading.read(at);
	return reading.faults;
}

class Reading {
	readonly faults: RepeatFaults = {
		missingEnds: [],
		extraEnds: [],
		earlyEnds: [],
		strayNumbers: [],
		wrongNumbers: new Map(),
		missingStarts: [],
	};
	readonly #borders: readonly Border[];
	#section = begin(-1, false, true);

	constructor(borders: readonly Border[]) {
		this.#borders = borders;
	}

	read(at: number): void {
		const border = this.#borders[at];
		if (!border) return;
		if (border.afterMusic) {
			if (border.passes.length > 0) this.#readEnding(at, border);
			else if (border.ends) this.#readEnd(at, border);
			else if (border.double) this.#readDouble(at, border);
		}
		if (border.starts) this.#section = begin(at, true, true);
	}

	#readEnding(at: number, border: Border): void {
		const { endings, start } = this.#section;
		const first = border.passes.includes(1) && (endings.length === 0 || !border.ends);
		if (!border.beforeMusic || (endings.length === 0 && !first)) {
			this.faults.strayNumbers.push(at);
			if (border.ends) this.#readEnd(at, border);
		} else if (first) {
			if (endings.length > 0) this.#beginHidden(at);
			else if (border.ends) this.faults.earlyEnds.push(at);
			if (!this.#section.open) this.faults.missingStarts.push(start);
			this.#section.open = true;
			this.#addEnding(at, border.passes);
		} else {
			if (!border.ends) this.faults.missingEnds.push(at);
			const next = firstMissing(this.#section.passes);
			const wrong = border.passes.length === 1 && border.passes[0] !== next;
			if (wrong) this.faults.wrongNumbers.set(at, next);
			this.#addEnding(at, wrong ? [next] : border.passes);
		}
	}

	#addEnding(at: number, passes: readonly number[]): void {
		this.#section.endings.push(at);
		this.#section.passes.push(...passes);
	}

	#readEnd(at: number, border: Border): void {
		const { endings, open, found, start } = this.#section;
		const [first = 0, second, last = second ?? 0] = [endings[0], endings[1], endings.at(-1)];
		if (second === undefined) {
			if (!open && !found) this.faults.missingStarts.push(start);
			this.#section = begin(at, false, true);
		} else if (at - last > second - first + 1) {
			// Much longer than the first ending: another section begins somewhere in between.
			this.#beginHidden(at);
			this.#section = begin(at, false, true);
		} else {
			const needed = this.#inDisorder() && !border.beforeMusic;
			if (!needed) this.faults.extraEnds.push(at);
			this.#closeEndings(at, border);
		}
	}

	#readDouble(at: number, border: Border): void {
		if (this.#section.endings.length > 0) this.#closeEndings(at, border);
		else if (!this.#section.open) this.#section = begin(at, false, false);
	}

	/** The last written ending is over. Programs may need some repeat sign to find its end. */
	#closeEndings(at: number, border: Border): void {
		const disorder = this.#inDisorder();
		this.#section = begin(at, disorder, disorder);
		if (!disorder || border.starts) return;
		if (border.beforeMusic) this.faults.missingStarts.push(at);
		else if (!border.ends) this.faults.missingEnds.push(at);
	}

	/** Whether the last written ending is played before another one, or more than once. */
	#inDisorder(): boolean {
		const { passes, endings } = this.#section;
		const last = this.#borders[endings.at(-1) ?? -1]?.passes ?? [];
		return last.length > 1 || Math.max(...passes) !== passes.at(-1);
	}

	/**
	 * Begins the section hidden within the last ending, where no sign marks it: at the first new line, or
	 * after as many bars as the first ending has. Does nothing if there is no room for one.
	 */
	#beginHidden(at: number): void {
		const [first = 0, second = first + 1] = this.#section.endings;
		const from = (this.#section.endings.at(-1) ?? 0) + 1;
		const line = this.#borders.findIndex((border, i) => i >= from && i < at && border.nextLine);
		const hidden = line >= 0 ? line : from - 1 + second - first;
		if (hidden >= at) return;
		this.faults.missingStarts.push(hidden);
		this.#section = begin(hidden, true, true);
	}
}

function begin(start: number, open: boolean, found: boolean): Section {
	return { start, open, found, endings: [], passes: [] };
}

function firstMissing(passes: readonly number[]): number {
	let pass = 1;
	while (passes.includes(pass)) pass++;
	return pass;
}

import type { Bar, Part, ScoreEvent } from './model.ts';
import type { ParsedBar } from './parsed-tune.ts';

/** A part whose bars are not yet numbered; it has a name only if `P:` gave it one. */
export interface DraftPart extends Omit<Part, 'name'> {
	name: string | null;
	/** The metre it starts in. */
	meter: string;
}

interface Signature {
	first: string | null;
	now: string;
}

/** Collects the events of a voice into bars and the bars into parts. */
export class PartBuilder {
	#parts: DraftPart[] = [];
	#part = emptyPart();
	#bar = emptyBar();
	#ending: string | null = null;
	/** A double bar came, and it is not yet known whether another ending of the part follows. */
	#divided = false;
	#key: Signature = { first: null, now: '' };
	#meter: Signature = { first: null, now: '' };

	setKey(key: string): void {
		this.#bar.key = this.#changed(this.#key, key) ?? this.#bar.key;
	}

	setMeter(meter: string): void {
		this.#bar.meter = this.#changed(this.#meter, meter) ?? this.#bar.meter;
	}

	namePart(name: string): void {
		this.#closeBar();
		this.#closePart();
		this.#part.name = name || null;
	}

	addBarLine({ type, startEnding, endEnding, decoration = [] }: ParsedBar): void {
		this.#closeBar(decoration);
		if (endEnding) this.#ending = null;
		if (startEnding) this.#ending = startEnding;
		if (type === 'bar_right_repeat' || type === 'bar_dbl_repeat') this.#part.repeated = true;
		if (startEnding) this.#divided = false;
		else if (type !== 'bar_thin' && type !== 'bar_invisible') this.#divided = true;
	}

	addEvent(event: ScoreEvent): void {
		if (this.#divided) this.#closePart();
		if (this.#part.bars.length === 0) this.#part.meter = this.#meter.now;
		this.#bar.events.push(event);
	}

	/** The parts with the key and the metre they start in. */
	finish(): { key: string; meter: string; parts: DraftPart[] } {
		this.#closeBar();
		this.#closePart();
		return { key: this.#key.first ?? '', meter: this.#meter.first ?? '', parts: this.#parts };
	}

	#changed(signature: Signature, value: string): string | null {
		if (signature.first !== null && value === signature.now) return null;
		signature.now = value;
		const started = [...this.#parts, this.#part].some(({ bars }) => bars.length > 0);
		if (started || this.#bar.events.length > 0) return value;
		signature.first = value;
		return null;
	}

	#closeBar(marks: string[] = []): void {
		const first = this.#bar.events.at(0);
		const last = this.#bar.events.at(-1);
		if (!first || !last) return;
		const { startChar } = first;
		const { endChar } = last;
		this.#part.bars.push({ ...this.#bar, ending: this.#ending, marks, startChar, endChar });
		this.#bar = emptyBar();
	}

	#closePart(): void {
		this.#divided = false;
		if (this.#part.bars.length === 0) return;
		this.#parts.push(this.#part);
		this.#part = emptyPart();
	}
}

function emptyPart(): DraftPart {
	return { name: null, repeated: false, bars: [], meter: '' };
}

function emptyBar(): Bar {
	return {
		number: 0,
		ending: null,
		key: null,
		meter: null,
		events: [],
		marks: [],
		startChar: 0,
		endChar: 0,
	};
}

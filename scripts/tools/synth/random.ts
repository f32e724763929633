/**
 * A small seeded generator (mulberry32). `Math.random` cannot be seeded, and the synthetic upstream must have
 * the same bytes on every machine.
 */
export class Rng {
	#state: number;

	constructor(state: number) {
		this.#state = state | 0;
	}

	/** From 0 (inclusive) to 1 (exclusive). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from 0 to `n`, exclusive. */
	below(n: number): number {
		return Math.floor(this.next() * n);
	}

	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + this.below(high - low + 1);
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(list: readonly T[]): T {
		return at(list, this.below(list.length));
	}

	/** One of the keys, with probability proportional to its weight. */
	weighted<T>(entries: readonly (readonly [T, number])[]): T {
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [value, weight] of entries) {
			left -= weight;
			if (left < 0) return value;
		}
		return at(entries, entries.length - 1)[0];
	}

	/** A whole number below `n`; a higher power makes small ones likelier (1: all equally likely). */
	skewed(n: number, power: number): number {
		return Math.floor(n * this.next() ** power);
	}

	/** Half of the values are below `median`; a `sigma` of 1.2 makes the mean twice the median. */
	logNormal(median: number, sigma: number): number {
		const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
		return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.next()));
	}
}

/** The generator of one thing: the same label and numbers give the same values. */
export function rng(seed: number, label: string, a = 0, b = 0, c = 0): Rng {
	let hash = mix(seed ^ 0x9e3779b9);
	for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
	return new Rng(mix(mix(mix(hash ^ a) + b) ^ Math.imul(c + 1, 0x85ebca6b)));
}

/** The element at `index`, which must be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
	const value = list[index];
	if (value === undefined) throw new RangeError(`No element ${index} of ${list.length}.`);
	return value;
}

function mix(value: number): number {
	let h = value | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) | 0;
}

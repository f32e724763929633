/** Numbers that are kept at most, 4 MB of them, with what an entry weighs beside its own. */
const MOST = 1_000_000;

/** Keeps what was found last, so that its next pages need not be found again. */
export class KeptOrders {
	readonly #most: number;
	readonly #orders = new Map<string, Int32Array>();
	#size = 0;

	constructor(most = MOST) {
		this.#most = most;
	}

	get(key: string, find: () => Int32Array): Int32Array {
		const order = this.#orders.get(key) ?? find();
		this.#drop(key);
		// What is asked for again moves to the end, away from those that are dropped first.
		this.#orders.set(key, order);
		this.#size += weight(key, order);
		for (const oldest of this.#orders.keys()) {
			if (this.#size <= this.#most) break;
			this.#drop(oldest);
		}
		return order;
	}

	#drop(key: string): void {
		const order = this.#orders.get(key);
		if (order) this.#size -= weight(key, order);
		this.#orders.delete(key);
	}
}

/** In numbers of four bytes. A search that finds nothing weighs too: anybody may think of a million. */
function weight(key: string, order: Int32Array): number {
	return order.length + key.length + 100;
}

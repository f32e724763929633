/** The most numbers that are kept, 4 MB, counting the overhead of entries. */
const MOST = 1_000_000;

/** Caches recent results, so that their next pages need not be searched for again. */
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
		// A repeated search moves to the end, away from those that are dropped first.
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

/** Counted in four-byte numbers. Empty results count too, as anybody may request a million of them. */
function weight(key: string, order: Int32Array): number {
	return order.length + key.length + 100;
}

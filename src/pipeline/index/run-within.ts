/** How much may run at once. */
export interface Bounds<Item> {
	jobs: number;
	/** The total cost of running items; a single item may always run, whatever its cost. */
	budget: number;
	cost: (item: Item) => number;
}

/**
 * Runs work on every item, always starting the first that fits into the remaining budget.
 *
 * @throws the first failure, once all running work has ended; nothing is started after it
 */
export async function runWithin<Item>(
	items: readonly Item[],
	{ jobs, budget, cost }: Bounds<Item>,
	run: (item: Item) => Promise<void>,
): Promise<void> {
	const waiting = [...items];
	const underWay = new Set<Promise<void>>();
	let used = 0;
	const failures: unknown[] = [];
	while (failures.length === 0 && waiting.length + underWay.size > 0) {
		const next =
			underWay.size < jobs
				? waiting.findIndex((item) => underWay.size === 0 || used + cost(item) <= budget)
				: -1;
		if (next < 0) {
			await Promise.race(underWay);
			continue;
		}
		for (const item of waiting.splice(next, 1)) {
			used += cost(item);
			const work = run(item)
				.catch((error: unknown) => void failures.push(error))
				.finally(() => {
					used -= cost(item);
					underWay.delete(work);
				});
			underWay.add(work);
		}
	}
	await Promise.all(underWay);
	if (failures.length > 0) throw failures[0];
}

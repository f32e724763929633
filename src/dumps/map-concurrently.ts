/** Compressing happens beside reading: one more than the cores of a small machine. */
const LANES = 3;

/**
 * Does something with each thing, a few at a time; the results stand in the order of the things. After a
 * failure no more are begun, and it is thrown when all that had begun have ended.
 */
export async function inLanes<T, R>(
	things: readonly T[],
	work: (thing: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const waiting = things.entries();
	const failures: unknown[] = [];
	const lane = async (): Promise<void> => {
		for (const [at, thing] of waiting) {
			if (failures.length > 0) return;
			try {
				results[at] = await work(thing);
			} catch (error) {
				failures.push(error);
			}
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	if (failures.length > 0) throw failures[0];
	return results;
}

/** Compression runs beside reading: one more than the cores of a small machine. */
const CONCURRENCY = 3;

/**
 * Processes things a few at a time; the results are in the order of the things. After a failure nothing more
 * is started, and the failure is thrown when everything under way has ended.
 */
export async function mapConcurrently<T, R>(
	things: readonly T[],
	work: (thing: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const waiting = things.entries();
	const failures: unknown[] = [];
	const worker = async (): Promise<void> => {
		for (const [at, thing] of waiting) {
			if (failures.length > 0) return;
			try {
				results[at] = await work(thing);
			} catch (error) {
				failures.push(error);
			}
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, worker));
	if (failures.length > 0) throw failures[0];
	return results;
}

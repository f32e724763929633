/**
 * Waits until every promise has settled, then returns the results or throws the first failure: a failure
 * closes the databases, and by then nothing may still be writing.
 */
export async function allDone<T extends readonly unknown[]>(work: {
	readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
	await Promise.allSettled(work);
	return await Promise.all(work);
}

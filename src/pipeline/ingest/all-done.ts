/**
 * The results of all, or the first failure once every one has ended: a failure closes the databases,
 * and nobody may still be writing then.
 */
export async function allDone<T extends readonly unknown[]>(work: {
	readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
	await Promise.allSettled(work);
	return await Promise.all(work);
}

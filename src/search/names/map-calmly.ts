/** Milliseconds of work before yielding to other tasks. */
const AT_A_STRETCH = 8;

/** Maps a long list, yielding to other tasks in between. */
export async function mapCalmly<From, To>(
	list: readonly From[],
	map: (item: From) => To,
): Promise<To[]> {
	const mapped: To[] = [];
	let began = performance.now();
	for (const item of list) {
		mapped.push(map(item));
		if (mapped.length % 100 === 0 && performance.now() - began > AT_A_STRETCH) {
			await new Promise((resolve) => setTimeout(resolve));
			began = performance.now();
		}
	}
	return mapped;
}

/** The promise's value, or undefined when it fails or takes longer. */
export async function within<Value>(
	milliseconds: number,
	promise: Promise<Value>,
): Promise<Value | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), milliseconds);
	});
	try {
		return await Promise.race([promise.catch(() => undefined), late]);
	} finally {
		clearTimeout(timer);
	}
}

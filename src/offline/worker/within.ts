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

/** A response with its complete body: some connections deliver the headers and nothing more. */
export async function whole(response: Response): Promise<Response> {
	await response.clone().blob();
	return response;
}

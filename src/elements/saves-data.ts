/** True for a reader whose browser was told to be sparing: nothing is fetched ahead. */
export function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData ?? false;
}

/** Whether the reader's browser is set to save data: then nothing is prefetched. */
export function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData ?? false;
}

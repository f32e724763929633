/** The number of a day in the reader's own calendar; it grows by one each day. */
export function readersDay(date: Date): number {
	return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}

/** The index of the day's thing among `count`, from 0; successive days are far apart. */
export function pickOfDay(day: number, count: number): number {
	const once = Math.imul(day ^ (day >>> 16), 0x45d9f3b);
	const twice = Math.imul(once ^ (once >>> 16), 0x45d9f3b);
	return ((twice ^ (twice >>> 16)) >>> 0) % count;
}

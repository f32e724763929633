/** Upstream's first day, the day before week one's commit, and the days of next week, as UTC. */
const BEGIN = Date.UTC(2001, 5, 1, 9);
export const END = Date.UTC(2026, 10, 11);
const NEXT_WEEK = Date.UTC(2026, 10, 12, 8);
export const NEXT_END = Date.UTC(2026, 10, 18, 22);
export const DAY = 86_400_000;

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** A time, where 0 is upstream's first day and 1 the last before week one. */
export function moment(position: number): number {
	return seconds(BEGIN + position * (END - BEGIN));
}

/** A time in next week, 0 to 1. */
export function nextWeekMoment(position: number): number {
	return seconds(NEXT_WEEK + position * (NEXT_END - NEXT_WEEK));
}

/** `2021-05-02 10:11:12` */
export function stamp(time: number): string {
	const iso = new Date(time).toISOString();
	return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** `May 2nd, 2021` from a stamp */
export function spoken(date: string): string {
	const day = Number(date.slice(8, 10));
	const teen = day > 10 && day < 14;
	const ending = (!teen && ['th', 'st', 'nd', 'rd'][day % 10]) || 'th';
	return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${day}${ending}, ${date.slice(0, 4)}`;
}

function seconds(time: number): number {
	return Math.floor(time / 1000) * 1000;
}

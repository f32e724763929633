/** A day in the reader's own calendar: `2026-11-14`. */
export function dayOf(date: Date): string {
	const two = (n: number): string => String(n).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The days with one added, ascending and without repeats. */
export function withDay(days: readonly string[], day: string): string[] {
	return [...new Set([...days, day])].sort();
}

/** `practised 3 times, last today` */
export function practiceWords(days: readonly string[], today: string): string {
	const last = days.at(-1);
	if (last === undefined) return 'not practised yet';
	const times = days.length === 1 ? 'once' : `${days.length} times`;
	return `practised ${times}, ${days.length === 1 ? '' : 'last '}${agoWords(last, today)}`;
}

function agoWords(day: string, today: string): string {
	const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
	if (days <= 0) return 'today';
	if (days === 1) return 'yesterday';
	return days < 60 ? `${days} days ago` : `on ${day}`;
}

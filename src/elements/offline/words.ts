/** `412 KB`, `2.8 MB`, `45.1 MB`, `2.1 GB`: decimal units, in which devices report their storage. */
export function bytesWords(bytes: number): string {
	if (bytes < 1000) return `${Math.max(0, Math.round(bytes))} bytes`;
	if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
	if (bytes < 999_950_000) return `${oneDecimal(bytes / 1e6)} MB`;
	return `${oneDecimal(bytes / 1e9)} GB`;
}

/** `34 %`; 100 only at the end. */
export function percentWords(part: number, whole: number): string {
	return `${percentOf(part, whole)} %`;
}

/** 0 to 100, whole; 100 only at the end. */
export function percentOf(part: number, whole: number): number {
	return whole === 0 ? 100 : Math.min(100, Math.floor((100 * part) / whole));
}

/** `20 seconds left`, in steps coarse enough not to change constantly. */
export function leftWords(seconds: number): string {
	if (seconds < 10) return 'a few seconds left';
	if (seconds <= 50) return `${Math.ceil(seconds / 10) * 10} seconds left`;
	const minutes = Math.ceil(seconds / 60);
	if (minutes < 60) return `${countOf(minutes, 'minute')} left`;
	return `about ${countOf(Math.round(minutes / 60), 'hour')} left`;
}

/** `1 tune`, `12,345 tunes` */
export function countOf(count: number, one: string): string {
	return `${count.toLocaleString('en-IE')} ${one}${count === 1 ? '' : 's'}`;
}

function oneDecimal(value: number): string {
	return (Math.round(value * 10) / 10).toLocaleString('en-IE');
}

/** True where GitHub Actions reads our output. */
const onActions = process.env['GITHUB_ACTIONS'] === 'true';

/** Prints a warning or an error, as an annotation on GitHub Actions. */
export function announce(level: 'warning' | 'error', message: string): void {
	if (onActions) console.log(`::${level}::${onOneLine(message)}`);
	else console.error(`${level}: ${message}`);
}

/** Escaped for Actions, so that no text from upstream can act as a command. */
function onOneLine(message: string): string {
	return message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** `1 tune`, `1,204 tunes`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
	return `${number(n)} ${n === 1 ? noun : plural}`;
}

/** `1,204` */
export function number(n: number): string {
	return n.toLocaleString('en-GB');
}

/** `812 ms`, `4.2 s`, `3 min 05 s` from milliseconds. */
export function duration(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** `812 B`, `4.2 KB`, `1.3 GB`; a kilobyte is 1,000 bytes. */
export function bytes(n: number): string {
	const units = ['B', 'KB', 'MB', 'GB'];
	let value = n;
	let unit = 0;
	while (value >= 1000 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

import { duration, number } from './output.ts';

/** Progress of a long task. `done` and `total` count the same things. */
export interface Progress {
	/** Reports progress; cheap enough to call for every thing. */
	update: (done: number, total?: number, note?: string) => void;
	/** Ends the live line. */
	end: () => void;
}

/** Shows nothing: for tests and quiet callers. */
export const silent: Progress = { update: () => undefined, end: () => undefined };

/**
 * Shows one live line on a terminal (ten times a second), or a plain line every five seconds elsewhere: what,
 * how many, the percentage, the rate and the time left.
 */
export function showProgress(
	label: string,
	stream: NodeJS.WriteStream = process.stderr,
	now: () => number = () => performance.now(),
): Progress {
	const live = stream.isTTY;
	const interval = live ? 100 : 5000;
	const start = now();
	let last = start;
	let drawn = false;
	return {
		update(done, total, note) {
			const at = now();
			if (at - last < interval) return;
			last = at;
			const text = progressLine(label, done, total, at - start, note);
			stream.write(live ? `\r\u001B[2K${text.slice(0, (stream.columns || 80) - 1)}` : `${text}\n`);
			drawn = true;
		},
		end() {
			if (live && drawn) stream.write('\r\u001B[2K');
		},
	};
}

/** `ingest archive: 4,000 of 90,000 (4 %), 1,300 a second, 1 min 06 s left` */
function progressLine(
	label: string,
	done: number,
	total: number | undefined,
	elapsedMs: number,
	note?: string,
): string {
	const rate = elapsedMs > 0 ? done / (elapsedMs / 1000) : 0;
	const parts = [`${label}: ${number(done)}`];
	if (total) parts[0] += ` of ${number(total)} (${Math.floor((100 * done) / total)} %)`;
	if (rate > 0) parts.push(`${number(Math.round(rate))} a second`);
	if (total && rate > 0 && done < total)
		parts.push(`${duration(((total - done) / rate) * 1000)} left`);
	if (note) parts.push(note);
	return parts.join(', ');
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const INTERVAL_MS = 200;

/**
 * Watches the resident memory of this process and everything it started, and tells the greatest peak
 * of any one process in bytes. Off Linux only this process is seen.
 */
export function watchMemory(): { stop: () => number } {
	forgetPeak();
	let peak = 0;
	const look = (): void => {
		for (const pid of family(process.pid)) peak = Math.max(peak, peakOf(pid));
	};
	const timer = setInterval(look, INTERVAL_MS);
	timer.unref();
	return {
		stop() {
			clearInterval(timer);
			look();
			return peak || process.resourceUsage().maxRSS * 1024;
		},
	};
}

/** The kernel keeps a peak since the start of the process; each stage wants its own. */
function forgetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Not Linux, or not ours to write: the peak is then that of the whole run so far.
	}
}

function family(pid: number): number[] {
	const children = readProc(() =>
		readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
		),
	);
	return [pid, ...(children ?? []).flatMap((child) => family(Number(child)))];
}

function peakOf(pid: number): number {
	const status = readProc(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** Processes come and go while we look. */
function readProc<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

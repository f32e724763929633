import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const INTERVAL_MS = 200;

/** Peaks of resident memory, in bytes. */
export interface MemoryPeaks {
	/** The peak of the largest process. */
	peakBytes: number;
	/** The peak of all processes together, sampled five times a second; shared memory counts for each. */
	peakSumBytes: number;
}

/**
 * Watches the resident memory of this process and everything it started; outside Linux, of this process
 * only.
 */
export function watchMemory(): { stop: () => MemoryPeaks } {
	forgetPeak();
	let peak = 0;
	let peakSum = 0;
	const look = (): void => {
		let sum = 0;
		for (const pid of family(process.pid)) {
			const { resident, highest } = memoryOf(pid);
			peak = Math.max(peak, highest);
			sum += resident;
		}
		peakSum = Math.max(peakSum, sum);
	};
	const timer = setInterval(look, INTERVAL_MS);
	timer.unref();
	return {
		stop() {
			clearInterval(timer);
			look();
			const peakBytes = peak || process.resourceUsage().maxRSS * 1024;
			return { peakBytes, peakSumBytes: Math.max(peakSum, peakBytes) };
		},
	};
}

/** The kernel keeps a peak since the process started, but each stage needs its own. */
function forgetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Not Linux, or not writable for us: the peak is then that of the whole run so far.
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

function memoryOf(pid: number): { resident: number; highest: number } {
	const status = readProc(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
	const read = (line: RegExp): number => Number(line.exec(status)?.[1] ?? 0) * 1024;
	return { resident: read(/VmRSS:\s+(\d+) kB/), highest: read(/VmHWM:\s+(\d+) kB/) };
}

/** Processes may end while we read about them. */
function readProc<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

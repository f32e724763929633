import { readFileSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { MirrorError, systemCode } from '../core/errors.ts';
import { announce } from '../cli/output.ts';

/**
 * Makes this the only run in a work folder until `release`, the end of the process or a signal. Takes
 * over the lock of a process that has died on this host.
 *
 * @throws MirrorError naming the run that holds the lock
 */
export async function lockRun(work: string): Promise<RunLock> {
	await mkdir(work, { recursive: true });
	const file = path.join(work, 'lock');
	const mine = JSON.stringify(thisProcess());
	while (!(await create(file, mine))) {
		const text = await readFile(file, 'utf8').catch(ignoreMissing);
		if (text === undefined) continue;
		const holder = parseHolder(text);
		if (!holder || !isDead(holder)) throw heldBy(holder, file);
		announce('warning', `Took over the lock of process ${holder.pid}, which has ended: ${file}`);
		if (readFileSync(file, 'utf8') === text) await rm(file, { force: true });
	}
	return releaseAtEnd(file, mine);
}

/** True when the file is now ours; it appears complete or not at all. */
async function create(file: string, content: string): Promise<boolean> {
	const draft = `${file}.${process.pid}`;
	await writeFile(draft, content);
	try {
		await link(draft, file);
		return true;
	} catch (error) {
		if (systemCode(error) === 'EEXIST') return false;
		throw error;
	} finally {
		await rm(draft, { force: true });
	}
}

function releaseAtEnd(file: string, mine: string): RunLock {
	const release = () => {
		process.off('exit', release);
		for (const signal of SIGNALS) process.off(signal, onSignal);
		try {
			if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
		} catch (error) {
			ignoreMissing(error);
		}
	};
	const onSignal = (signal: NodeJS.Signals) => {
		// Another listener shuts the run down cleanly; `exit` comes later.
		if (process.listenerCount(signal) > 1) return;
		release();
		process.kill(process.pid, signal);
	};
	process.on('exit', release);
	for (const signal of SIGNALS) process.on(signal, onSignal);
	return { release };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function thisProcess(): Holder {
	return {
		pid: process.pid,
		host: hostname(),
		since: new Date().toISOString(),
		started: startOf(process.pid),
	};
}

function isDead({ pid, host, started }: Holder): boolean {
	if (host !== hostname()) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		return systemCode(error) === 'ESRCH';
	}
	return started !== startOf(pid);
}

/**
 * When a process began, in kernel ticks, to tell it from a later one with the same number (in a
 * restarted container every run may be process 7); undefined where there is no /proc.
 */
function startOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return undefined;
	}
}

function parseHolder(text: string): Holder | undefined {
	try {
		return JSON.parse(text) as Holder;
	} catch {
		return undefined;
	}
}

function heldBy(holder: Holder | undefined, file: string): MirrorError {
	return new MirrorError(
		holder
			? `Another run is working in this folder: process ${holder.pid} on ${holder.host}, since ${holder.since}.`
			: `Another run seems to be working in this folder, but its lock cannot be read.`,
		`Wait for it to end. If it is no longer running, delete ${file}.`,
	);
}

function ignoreMissing(error: unknown): undefined {
	if (systemCode(error) !== 'ENOENT') throw error;
	return undefined;
}

interface Holder {
	pid: number;
	host: string;
	/** ISO 8601, UTC. */
	since: string;
	started: string | undefined;
}

export interface RunLock {
	release: () => void;
}

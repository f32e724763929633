import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { MirrorConfig } from '../../../src/config.ts';
import { MirrorError } from '../../../src/core/errors.ts';

export interface Memory {
	/** Private memory. */
	own: number;
	/** Including mapped pages of the store, which the system can reclaim. */
	all: number;
}

/** A server in a process of its own. */
export interface SpawnedServer {
	origin: string;
	readyMs: number;
	/** Bytes of memory in use now. */
	memory: () => Memory;
	stop: () => Promise<void>;
}

/** @throws MirrorError when it does not start; the server itself has said why */
export async function spawnServer({ out, work }: MirrorConfig): Promise<SpawnedServer> {
	const start = performance.now();
	const entry = path.join(import.meta.dirname, '../../serve.ts');
	const flags = ['--port', '0', '--host', '127.0.0.1', '--rate', '0', '--quiet'];
	const child = spawn(process.execPath, [entry, ...flags, '--dir', out, '--work', work], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const exited = once(child, 'exit');
	for await (const line of createInterface(child.stdout)) {
		const url = /http:\/\/\S+/.exec(line)?.[0];
		if (url === undefined) continue;
		child.stdout.resume();
		return {
			origin: new URL(url).origin,
			readyMs: performance.now() - start,
			memory: () => memoryOf(child.pid ?? 0),
			async stop() {
				child.kill('SIGTERM');
				await exited;
			},
		};
	}
	throw new MirrorError('The server did not start.', 'Its message is above.');
}

function memoryOf(pid: number): Memory {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const field = (name: string): number =>
		1024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
	return { own: field('RssAnon'), all: field('VmRSS') };
}

import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Finished {
	code: number | null;
	output: string;
}

/** Runs one of the project's entries as a user would, with the environment given on top of ours. */
export function runEntry(
	entry: string,
	args: string[],
	env: Record<string, string>,
): Promise<Finished> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [path.join(ROOT, 'scripts', entry), ...args], {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		}
		child.on('error', reject).on('close', (code) => resolve({ code, output }));
	});
}

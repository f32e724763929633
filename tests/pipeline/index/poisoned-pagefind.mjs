#!/usr/bin/env node
// Stands before Pagefind's program and is killed, as by a kernel without memory, at a page with a word.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const package_ = `@pagefind/${process.platform}-${process.arch}/package.json`;
const program = createRequire(import.meta.url)
	.resolve(package_)
	.replace('package.json', 'bin/pagefind_extended');
const child = spawn(program, process.argv.slice(2), { stdio: ['pipe', 'inherit', 'inherit'] });
let open = '';
process.stdin.setEncoding('latin1').on('data', (chunk) => {
	const messages = (open + chunk).split(',');
	open = messages.pop();
	for (const message of messages) {
		if (Buffer.from(message, 'base64').toString().includes('Poison')) {
			child.kill('SIGKILL');
			process.kill(process.pid, 'SIGKILL');
		}
		child.stdin.write(`${message},`);
	}
});
process.stdin.on('end', () => child.stdin.end());
child.on('exit', (code) => process.exit(code ?? 1));

import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { MirrorError } from '../../../src/core/errors.ts';
import { gitEnvironment } from './git.ts';

const BATCH = 1 << 20;
/** A line that no table contains. */
const END_OF_FILE = 'END-OF-SYNTHETIC-FILE';

/**
 * Streams one commit into a bare repository through `git fast-import`. The methods only fill a buffer;
 * whenever `isFull` is true, await `flush` before going on.
 */
export class Importer {
	readonly #child: ChildProcessWithoutNullStreams;
	readonly #ended: Promise<void>;
	#batch: Buffer[] = [];
	#size = 0;

	/** `depth` is the longest chain of deltas; git compares each file with the one sent before. */
	constructor(repository: string, depth: number) {
		const args = ['--git-dir', repository, '-c', 'core.compression=1', 'fast-import', '--quiet'];
		this.#child = spawn('git', [...args, `--depth=${depth}`, '--done'], { env: gitEnvironment() });
		this.#ended = ended(this.#child, repository);
		// Both are reported by `flush` and `finish`, whichever comes first.
		this.#ended.catch(() => undefined);
		this.#child.stdin.on('error', () => undefined);
		this.#child.stdout.resume();
	}

	get isFull(): boolean {
		return this.#size >= BATCH;
	}

	/** Begins the commit on `main`, the first or the next one. `time` is ISO, to the second. */
	commit(message: string, time: string, first: boolean): void {
		const who = `Synthetic Upstream <synth@mirror.example> ${Date.parse(time) / 1000} +0000`;
		const text = Buffer.byteLength(message);
		this.#add(
			`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${text}\n${message}\n`,
		);
		if (!first) this.#add('from refs/heads/main^0\n');
	}

	/** A file made of parts. */
	file(path: string, ...parts: (string | Buffer)[]): void {
		const buffers = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
		const size = buffers.reduce((sum, { length }) => sum + length, 0);
		this.#add(`M 100644 inline ${path}\ndata ${size}\n`);
		for (const buffer of buffers) this.#add(buffer);
		this.#add('\n');
	}

	/** Begins a long file; its lines follow by `line`, then `endLines`. */
	beginLines(path: string): void {
		this.#add(`M 100644 inline ${path}\ndata <<${END_OF_FILE}\n`);
	}

	line(text: string): void {
		this.#add(text);
	}

	endLines(): void {
		this.#add(`${END_OF_FILE}\n\n`);
	}

	remove(path: string): void {
		this.#add(`D ${path}\n`);
	}

	/** Sends what is waiting, as fast as git reads it. */
	async flush(): Promise<void> {
		const batch = Buffer.concat(this.#batch, this.#size);
		this.#batch = [];
		this.#size = 0;
		if (!this.#child.stdin.write(batch))
			await Promise.race([once(this.#child.stdin, 'drain'), this.#ended]);
	}

	/** Ends the commit and waits until git has written it. */
	async finish(): Promise<void> {
		this.#add('done\n');
		await this.flush();
		this.#child.stdin.end();
		await this.#ended;
	}

	/** Gives up; the repository stays as it was. */
	abort(): void {
		this.#child.kill();
	}

	#add(part: string | Buffer): void {
		const buffer = typeof part === 'string' ? Buffer.from(part) : part;
		this.#batch.push(buffer);
		this.#size += buffer.length;
	}
}

async function ended(child: ChildProcessWithoutNullStreams, repository: string): Promise<void> {
	let complaint = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
	const [code] = (await once(child, 'close')) as [number | null];
	if (code === 0) return;
	throw new MirrorError(
		`git fast-import failed in ${repository}: ${complaint.trim() || 'it was stopped'}`,
		'Check the free space there, remove the folder and run the command again.',
	);
}

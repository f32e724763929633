import { Readable } from 'node:stream';
import { BlobParser } from './blob-parser.ts';
import type { GitProcess } from './git.ts';
import { spawnGit } from './git.ts';
import type { Repository } from './repository.ts';

/**
 * Lists the files of the repository's commit in the order of their paths (bytes), below `prefix` if given.
 * Symbolic links and submodules are left out and counted: following one would leave the tree.
 *
 * @throws Error when git fails
 */
export async function listTree(
	{ path, commit }: Pinned,
	prefix?: string,
): Promise<{ files: TreeFile[]; skipped: { symlinks: number; submodules: number } }> {
	const files: TreeFile[] = [];
	const skipped = { symlinks: 0, submodules: 0 };
	const args = ['ls-tree', '-r', '-z', '--full-tree', commit, ...(prefix ? ['--', prefix] : [])];
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of output(spawnGit(path, args))) {
		const records = (rest + decoder.decode(chunk, { stream: true })).split('\0');
		rest = records.pop() ?? '';
		for (const record of records) {
			// "100644 blob 8ab686eafeb1f44702738c8b0f24f2567c36da6d\ttunes/27/index.html"
			const mode = record.slice(0, 6);
			if (mode === '120000') skipped.symlinks++;
			else if (mode === '160000') skipped.submodules++;
			else files.push({ mode, blob: record.slice(12, 52), path: record.slice(53) });
		}
	}
	return { files, skipped };
}

/**
 * Reads many blobs through one git process, in the order asked for. Asks only as fast as the consumer reads.
 * A later id must not depend on an earlier answer, because git answers in large batches.
 *
 * @throws Error when one is missing or not a blob, or when git fails
 */
export async function* readBlobs(
	{ path }: Pick<Repository, 'path'>,
	blobs: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<{ blob: string; content: Buffer }, void, void> {
	const git = spawnGit(path, ['cat-file', '--batch', '--buffer']);
	const asking = ask(git, blobs);
	asking.catch((error: unknown) => git.stdout.destroy(error as Error));
	const parser = new BlobParser();
	for await (const chunk of output(git)) yield* parser.push(chunk);
	await asking;
	parser.end();
}

/** Streams one blob, for files too large for memory. The stream fails when git does. */
export function streamBlob({ path }: Pick<Repository, 'path'>, blob: string): Readable {
	const git = spawnGit(path, ['cat-file', 'blob', blob]);
	return Readable.from(output(git), { objectMode: false });
}

/** Writes the ids, a few hundred at a time, waiting while git has not read the last ones. */
async function ask(git: GitProcess, blobs: Iterable<string> | AsyncIterable<string>) {
	// If git exits before reading everything, its exit code says more than EPIPE.
	git.stdin.on('error', () => undefined);
	let lines = '';
	for await (const blob of blobs) {
		lines += `${blob}\n`;
		if (lines.length < 16_384) continue;
		if (git.stdin.destroyed) return;
		if (!git.stdin.write(lines)) await drained(git);
		lines = '';
	}
	git.stdin.end(lines);
}

function drained({ stdin }: GitProcess): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			stdin.off('drain', done).off('close', done);
			resolve();
		};
		stdin.on('drain', done).on('close', done);
	});
}

/** Git's output, chunk by chunk; git is stopped when the consumer stops early. */
async function* output(git: GitProcess): AsyncGenerator<Buffer, void, void> {
	let complaint = '';
	git.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaint = (complaint + text).slice(-2000);
	});
	const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
		git.on('error', reject).on('close', (code, signal) => resolve(code ?? signal));
	});
	try {
		yield* git.stdout as AsyncIterable<Buffer>;
		const code = await ended;
		if (code !== 0) throw new Error(`git ended with ${code}: ${complaint.trim()}`);
	} finally {
		git.kill();
		// If git never started, this rejects only after the consumer has left.
		ended.catch(() => undefined);
	}
}

/** A repository at a known commit. */
export type Pinned = Pick<Repository, 'path' | 'commit'>;

export interface TreeFile {
	path: string;
	/** Id of the content, 40 hex digits. */
	blob: string;
	/** `100644` or `100755`. */
	mode: string;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { MirrorError } from '../core/errors.ts';
import type { DumpFile } from './dump-file.ts';

const LF = 0x0a;
const QUOTE = 0x22;

/** Counts the rows of a text from its bytes as they arrive. */
interface RowCounter {
	take: (chunk: Buffer) => void;
	rows: () => number;
}

const COUNTERS: Partial<Record<DumpFile['format'], () => RowCounter>> = {
	ndjson: () => lineCounter(0, false),
	csv: () => lineCounter(-1, true),
	api: () => lineCounter(0, false),
	abc: tuneCounter,
};

/**
 * Reads a written file back from the disk.
 *
 * @throws MirrorError when its bytes or its rows are not those that were written
 */
export async function checkFile(
	file: string,
	{ name, format, sha256, rows }: DumpFile,
): Promise<void> {
	const digest = createHash('sha256');
	const counter = COUNTERS[format]?.();
	const read = async function* (chunks: AsyncIterable<Buffer>) {
		for await (const chunk of chunks) {
			digest.update(chunk);
			yield chunk;
		}
	};
	if (counter)
		await pipeline(
			createReadStream(file, { highWaterMark: 1 << 18 }),
			read,
			createGunzip({ chunkSize: 1 << 18 }),
			async (chunks: AsyncIterable<Buffer>) => {
				for await (const chunk of chunks) counter.take(chunk);
			},
		);
	else
		await pipeline(createReadStream(file), read, async (chunks: AsyncIterable<Buffer>) => {
			for await (const chunk of chunks) void chunk;
		});
	if (digest.digest('hex') !== sha256) throw wrong(name, 'is not what was written');
	if (counter && counter.rows() !== rows)
		throw wrong(name, `holds ${counter.rows()} rows where ${rows} were written`);
}

/** Counts lines; with `quoted`, a line that ends inside quotation marks continues. */
function lineCounter(start: number, quoted: boolean): RowCounter {
	let lines = start;
	let inside = false;
	return {
		take(chunk) {
			for (const byte of chunk) {
				if (quoted && byte === QUOTE) inside = !inside;
				else if (byte === LF && !inside) lines++;
			}
		},
		rows: () => lines,
	};
}

/** Counts lines that begin with `X:`. */
function tuneCounter(): RowCounter {
	let tunes = 0;
	let tail = '\n';
	return {
		take(chunk) {
			const text = tail + chunk.toString('latin1');
			for (let at = text.indexOf('\nX:'); at >= 0; at = text.indexOf('\nX:', at + 3)) tunes++;
			tail = text.slice(-2);
		},
		rows: () => tunes,
	};
}

function wrong(name: string, what: string): MirrorError {
	return new MirrorError(
		`${name} ${what}.`,
		'Nothing was published. Check the disk, then run `npm run dumps` again.',
	);
}

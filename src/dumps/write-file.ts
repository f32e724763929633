import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Written } from './dump-file.ts';

/** Level 9 makes a whole dump only a thousandth smaller. */
const LEVEL = 6;

/** The size of a written file. */
export interface Weight {
	bytes: number;
	sha256: string;
}

/**
 * Compresses texts into a file, no faster than the disk can write, and returns how many rows they had. The
 * header contains no time and no name.
 */
export async function writeTexts(
	file: string,
	texts: Iterable<Written>,
	onRows: (rows: number) => void,
): Promise<Weight & { rows: number }> {
	let total = 0;
	function* counted(): Generator<string> {
		for (const { text, rows } of texts) {
			total += rows;
			onRows(rows);
			yield text;
		}
	}
	const weight = await compress(file, counted());
	return { ...weight, rows: total };
}

/** Compresses a file into another. */
export function compressFile(from: string, file: string): Promise<Weight> {
	return compress(file, createReadStream(from, { highWaterMark: 1 << 20 }));
}

async function compress(
	file: string,
	source: Iterable<string> | AsyncIterable<Buffer>,
): Promise<Weight> {
	const digest = createHash('sha256');
	let bytes = 0;
	await pipeline(
		source,
		createGzip({ level: LEVEL, chunkSize: 1 << 18 }),
		async function* (compressed: AsyncIterable<Buffer>) {
			for await (const chunk of compressed) {
				digest.update(chunk);
				bytes += chunk.length;
				yield chunk;
			}
		},
		createWriteStream(file),
	);
	return { bytes, sha256: digest.digest('hex') };
}

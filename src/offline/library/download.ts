import type { PackFileRef } from '../packs/catalogue.ts';
import { sha256 } from '../packs/read-pack.ts';
import { openLibrary, type LibraryDatabase } from './database.ts';
import { LibraryError } from './errors.ts';
import { isStall, Stall, wait } from './stall.ts';

export interface DownloadOptions {
	signal?: AbortSignal | undefined;
	/** Called with the number of bytes of this file received so far. */
	onBytes?: (bytes: number) => void;
	/** Milliseconds without data after which a connection is given up. */
	patience?: number;
	/** Milliseconds to wait before each retry. */
	pauses?: readonly number[];
}

/** The most bytes that are lost if the browser is killed. */
const CHUNK = 128 * 1024;

/**
 * Downloads a pack file. Received data is stored chunk by chunk, so that a later call resumes an interrupted
 * download; a complete file is checked, and fetched once more if it is damaged.
 *
 * @throws LibraryError `network` when nothing arrives, `gone` when the site no longer has it, `damaged` when
 * it arrived damaged twice
 * @throws DOMException when the signal aborted it; what was received stays
 */
export async function downloadFile(
	url: string,
	ref: PackFileRef,
	options: DownloadOptions = {},
): Promise<Blob> {
	const database = await openLibrary();
	for (const isLast of [false, true]) {
		const parts = await chunksOf(database, ref.name);
		await fetchRest(url, ref, parts, database, options);
		const file = new Blob(parts);
		if (file.size === ref.bytes && (await sha256(file)) === ref.sha256) return file;
		await forgetChunks(ref.name);
		if (isLast) break;
	}
	throw new LibraryError(
		'damaged',
		`${ref.name} came damaged twice. What was kept stays; try again later, or on another network.`,
	);
}

/** Deletes what has been received of a file. */
export async function forgetChunks(name: string): Promise<void> {
	await (await openLibrary()).delete('chunks', rangeOf(name));
}

/** How many bytes of a file have been received. */
export async function bytesHere(name: string): Promise<number> {
	const [last] = (await (await openLibrary()).getAll('chunks', rangeOf(name))).slice(-1);
	return last ? last.at + last.bytes.length : 0;
}

async function fetchRest(
	url: string,
	ref: PackFileRef,
	parts: Uint8Array<ArrayBuffer>[],
	database: LibraryDatabase,
	{ signal, onBytes, patience = 20_000, pauses = [1000, 4000, 10_000] }: DownloadOptions,
): Promise<void> {
	let tries = 0;
	for (;;) {
		const before = length(parts);
		onBytes?.(before);
		if (before >= ref.bytes) return;
		try {
			await fetchOnce(url, ref, parts, { database, signal, onBytes, patience });
			return;
		} catch (error) {
			signal?.throwIfAborted();
			if (!(error instanceof TypeError || isStall(error))) throw error;
			// A connection that delivers anything is still good.
			if (length(parts) > before) tries = 0;
			const pause = pauses[tries++];
			if (pause === undefined)
				throw new LibraryError(
					'network',
					'The connection was lost. What has come stays: go on when there is signal.',
					{ cause: error },
				);
			await wait(pause, signal);
		}
	}
}

interface Line {
	database: LibraryDatabase;
	signal: AbortSignal | undefined;
	onBytes: ((bytes: number) => void) | undefined;
	patience: number;
}

/** Appends received data to the parts; stores whole chunks, and the rest when the connection ends. */
async function fetchOnce(
	url: string,
	{ name, bytes }: PackFileRef,
	parts: Uint8Array<ArrayBuffer>[],
	{ database, signal, onBytes, patience }: Line,
): Promise<void> {
	const stall = new Stall(patience, signal);
	const here = length(parts);
	const pending: Uint8Array<ArrayBuffer>[] = [];
	const keep = async (): Promise<void> => {
		if (pending.length === 0) return;
		const chunk = joined(pending.splice(0));
		await database.put('chunks', { name, at: length(parts), bytes: chunk });
		parts.push(chunk);
	};
	try {
		const response = await fetch(url, {
			// The name contains its digest, so our own cache is all that is needed.
			cache: 'no-store',
			signal: stall.signal,
			...(here > 0 && { headers: { Range: `bytes=${here}-` } }),
		});
		if (response.status === 416) {
			// What we have is longer than the file on the server: it belongs to another file.
			await forgetChunks(name);
			parts.length = 0;
			throw new TypeError(`${name}: the site has no bytes from ${here} on.`);
		}
		let skip = whatComesAgain(response, here, name);
		for await (const piece of pieces(response)) {
			stall.begin();
			const wanted = piece.subarray(Math.min(skip, piece.length));
			skip -= piece.length - wanted.length;
			if (wanted.length > 0) pending.push(wanted);
			if (length(pending) >= CHUNK) await keep();
			onBytes?.(Math.min(bytes, length(parts) + length(pending)));
		}
	} finally {
		stall.end();
		await keep();
	}
	if (length(parts) < bytes) throw new TypeError('The connection ended early.');
}

/**
 * How many leading bytes of a response we already have: all of them if the server does not support ranges.
 */
function whatComesAgain({ status, headers }: Response, here: number, name: string): number {
	if (status === 404 || status === 410) {
		throw new LibraryError(
			'gone',
			`${name} is no longer offered: the site was renewed. Load the list of packs anew and go on.`,
		);
	}
	if (headers.get('content-type')?.startsWith('text/html')) {
		throw new LibraryError(
			'network',
			'This network answers with a page of its own: it may want you to sign in first. What has come stays.',
		);
	}
	if (status === 200) return here;
	const from = Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? here);
	if (status === 206 && from <= here) return here - from;
	throw new TypeError(`${name}: the site answered ${status}.`);
}

async function* pieces({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	const reader = body?.getReader();
	for (;;) {
		const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
		if (done || !value) return;
		yield value;
	}
}

async function chunksOf(
	database: LibraryDatabase,
	name: string,
): Promise<Uint8Array<ArrayBuffer>[]> {
	return (await database.getAll('chunks', rangeOf(name))).map(({ bytes }) => bytes);
}

function rangeOf(name: string): IDBKeyRange {
	return IDBKeyRange.bound([name, 0], [name, Number.MAX_SAFE_INTEGER]);
}

function length(parts: readonly Uint8Array[]): number {
	return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(length(parts));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

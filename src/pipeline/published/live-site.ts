import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A site that does not answer, or not with what it promised. */
export class Unreachable extends Error {
	override readonly name = 'Unreachable';
}

export interface LiveSiteOptions {
	retryDelays?: readonly number[];
	timeout?: number;
}

/** Limit for a fetched file: our largest pack is 10 MB. */
const LARGEST = 100_000_000;

/** The site that readers see now. */
export class LiveSite {
	readonly url: string;
	/** Milliseconds between tries. */
	readonly delays: readonly number[];
	readonly #timeout: number;

	constructor(
		url: URL,
		{ retryDelays = [1000, 5000, 20_000], timeout = 120_000 }: LiveSiteOptions,
	) {
		this.url = url.href.replace(/\/?$/, '/');
		this.delays = retryDelays;
		this.#timeout = timeout;
	}

	/**
	 * Fetches a file by its address from the root; undefined when there is none. Without `expected` it must be
	 * JSON.
	 *
	 * @throws Unreachable when it cannot be fetched or does not match `expected`, after several tries
	 */
	async read(
		address: string,
		expected?: { bytes: number; sha256: string },
	): Promise<Buffer | undefined> {
		const url = this.url + address.slice(1);
		for (const delay of [...this.delays, undefined]) {
			try {
				return await this.#readOnce(url, expected);
			} catch (error) {
				if (delay === undefined) throw asUnreachable(url, error);
				await sleep(delay);
			}
		}
		return undefined;
	}

	async #readOnce(
		url: string,
		expected: { bytes: number; sha256: string } | undefined,
	): Promise<Buffer | undefined> {
		// Caches in between may serve an earlier site for ten minutes.
		const response = await fetch(`${url}?now=${Date.now()}`, {
			signal: AbortSignal.timeout(this.#timeout),
			headers: { 'cache-control': 'no-cache' },
		});
		if (response.status === 404 || response.status === 410) {
			await response.body?.cancel();
			return undefined;
		}
		if (!response.ok) throw new Unreachable(`${url} answers ${response.status}`);
		const content = await readLimited(response, url);
		if (expected && hash('sha256', content, 'hex') !== expected.sha256)
			throw new Unreachable(`${url} is not what its catalogue says`);
		// Some hosts answer 200 with a page of their own for a file that is missing or not ready.
		if (!expected && !isJson(content)) throw new Unreachable(`${url} is not JSON`);
		return content;
	}
}

function isJson(content: Buffer): boolean {
	try {
		JSON.parse(content.toString());
		return true;
	} catch {
		return false;
	}
}

async function readLimited(response: Response, url: string): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > LARGEST) throw new Unreachable(`${url} is larger than ${LARGEST} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function asUnreachable(url: string, error: unknown): Unreachable {
	if (error instanceof Unreachable) return error;
	const reason = error instanceof Error ? ((error.cause as Error | undefined) ?? error) : error;
	return new Unreachable(`${url}: ${reason instanceof Error ? reason.message : String(reason)}`, {
		cause: error,
	});
}

import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { PackedPage, PackHeader } from '../../offline/packs/pack-header.ts';
import { PACK_MAGIC } from '../../offline/packs/pack-header.ts';

/** Bytes in a block before it is closed: larger blocks make smaller files but slower pages. */
const BLOCK = 128 * 1024;

const deflate = promisify(deflateRaw);

/** Collects pages, ascending by address, into a pack file; other threads deflate the blocks. */
export class PackWriter {
	readonly pages: PackedPage[] = [];
	#blocks: Promise<Buffer>[] = [];
	#open: Buffer[] = [];
	#at = 0;

	add(address: string, digest: string, page: Buffer): void {
		this.pages.push([address, digest, this.#blocks.length, this.#at, page.length]);
		this.#open.push(page);
		this.#at += page.length;
		if (this.#at >= BLOCK) this.#close();
	}

	/** The whole file. */
	async finish(kind: Pick<PackHeader, 'version' | 'from' | 'removed'>): Promise<Buffer> {
		if (this.#at > 0) this.#close();
		const bodies = await Promise.all(this.#blocks);
		const blocks = [0];
		for (const body of bodies) blocks.push((blocks.at(-1) ?? 0) + body.length);
		const header: PackHeader = { ...kind, blocks, pages: this.pages };
		const packed = await deflate(JSON.stringify(header), { level: 9 });
		const length = Buffer.alloc(4);
		length.writeUInt32LE(packed.length);
		return Buffer.concat([Buffer.from(PACK_MAGIC), length, packed, ...bodies]);
	}

	#close(): void {
		this.#blocks.push(deflate(Buffer.concat(this.#open), { level: 9 }));
		this.#open = [];
		this.#at = 0;
	}
}

/** The digest of a page in a header. */
export function pageDigest(page: Uint8Array): string {
	return hash('sha256', page, 'hex').slice(0, 16);
}

/** Digest of the addresses and digests of all pages of a bundle. */
export function bundleVersion(pages: readonly PackedPage[]): string {
	const lines = pages.map(([address, digest]) => `${address} ${digest}\n`);
	return hash('sha256', lines.join(''), 'hex').slice(0, 16);
}

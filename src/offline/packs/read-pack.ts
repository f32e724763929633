import type { PackedPage, PackHeader } from './pack-header.ts';
import { PACK_MAGIC, PACK_PREFIX } from './pack-header.ts';

/** A pack file whose header has been read. */
export interface OpenPack extends PackHeader {
	/**
	 * Offset of the first byte after the header: block `i` is from `body + blocks[i]` to `body + blocks[i +
	 * 1]`.
	 */
	body: number;
}

/** The file is not a pack file, or is incomplete. */
export class DamagedPack extends Error {
	override readonly name = 'DamagedPack';
}

/**
 * Reads only the header of a pack file.
 *
 * @throws DamagedPack
 */
export async function readHeader(file: Blob): Promise<OpenPack> {
	const prefix = new Uint8Array(await file.slice(0, PACK_PREFIX).arrayBuffer());
	const magic = new TextDecoder().decode(prefix.subarray(0, PACK_MAGIC.length));
	if (prefix.length < PACK_PREFIX || magic !== PACK_MAGIC) throw new DamagedPack('no pack file');
	const body = PACK_PREFIX + new DataView(prefix.buffer).getUint32(PACK_MAGIC.length, true);
	const json = await inflate(file, PACK_PREFIX, body);
	try {
		return { ...(JSON.parse(new TextDecoder().decode(json)) as PackHeader), body };
	} catch (cause) {
		throw new DamagedPack('its header cannot be read', { cause });
	}
}

/**
 * The inflated block, with its pages concatenated.
 *
 * @throws DamagedPack
 */
export async function readBlock(file: Blob, pack: OpenPack, block: number): Promise<Uint8Array> {
	const [from, to] = [pack.blocks[block], pack.blocks[block + 1]];
	if (from === undefined || to === undefined) throw new DamagedPack(`it has no block ${block}`);
	return inflate(file, pack.body + from, pack.body + to);
}

/**
 * One page of an opened pack, in UTF-8; inflates only its block.
 *
 * @throws DamagedPack
 */
export async function readPage(
	file: Blob,
	pack: OpenPack,
	[address, , block, at, bytes]: PackedPage,
): Promise<Uint8Array> {
	const page = (await readBlock(file, pack, block)).subarray(at, at + bytes);
	if (page.length !== bytes) throw new DamagedPack(`${address} is cut off`);
	return page;
}

/** The entry for an address, or undefined. */
export function findPage({ pages }: PackHeader, address: string): PackedPage | undefined {
	let [low, high] = [0, pages.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const page = pages[middle];
		if (!page || page[0] === address) return page;
		if (page[0] < address) low = middle + 1;
		else high = middle - 1;
	}
	return undefined;
}

/** The digest of a page as in a header: the first 16 hexadecimal digits of its SHA-256. */
export async function digestOf(page: Uint8Array): Promise<string> {
	return (await sha256(page)).slice(0, 16);
}

/** The digest of a file as in the catalogue: 64 hexadecimal digits. */
export async function sha256(file: Blob | Uint8Array): Promise<string> {
	const bytes = file instanceof Blob ? await file.arrayBuffer() : new Uint8Array(file);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function inflate(file: Blob, from: number, to: number): Promise<Uint8Array> {
	if (to > file.size) throw new DamagedPack('it is cut off');
	const stream = file.slice(from, to).stream().pipeThrough(new DecompressionStream('deflate-raw'));
	try {
		return new Uint8Array(await new Response(stream).arrayBuffer());
	} catch (cause) {
		throw new DamagedPack('it does not inflate', { cause });
	}
}

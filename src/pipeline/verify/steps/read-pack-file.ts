import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackFileRef } from '../../../offline/packs/catalogue.ts';
import {
	DamagedPack,
	readBlock,
	readHeader,
	type OpenPack,
} from '../../../offline/packs/read-pack.ts';
import { pageDigest } from '../../package/pack-writer.ts';

/** Opens a pack file and inflates all of it; returns a description of the fault if there is one. */
export async function openChecked(folder: string, ref: PackFileRef): Promise<OpenPack | string> {
	const content = await readFile(path.join(folder, ref.name)).catch(() => undefined);
	if (!content) return 'is missing';
	if (content.length !== ref.bytes || hash('sha256', content, 'hex') !== ref.sha256)
		return 'is not the file that the catalogue means';
	try {
		const file = new Blob([content]);
		const pack = await readHeader(file);
		return (await firstFault(file, pack, ref)) ?? pack;
	} catch (error) {
		if (error instanceof DamagedPack) return `is damaged: ${error.message}`;
		throw error;
	}
}

async function firstFault(
	file: Blob,
	pack: OpenPack,
	{ pages }: PackFileRef,
): Promise<string | undefined> {
	if (pack.pages.length !== pages)
		return `has ${pack.pages.length} pages, ${pages} by the catalogue`;
	if (pack.body + (pack.blocks.at(-1) ?? 0) !== file.size)
		return 'is not as long as its header says';
	let last = '';
	let number = -1;
	let block: Uint8Array = new Uint8Array();
	for (const [address, digest, of, at, bytes] of pack.pages) {
		if (address <= last) return `${address} stands after ${last}`;
		last = address;
		if (of !== number) block = await readBlock(file, pack, (number = of));
		if (pageDigest(block.subarray(at, at + bytes)) !== digest)
			return `${address} is not what it was`;
	}
	return undefined;
}

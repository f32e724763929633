import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { readBlock, readHeader } from '../../../../src/offline/packs/read-pack.ts';

/**
 * Every file of a folder whose name or content a pattern fits, with what is deflated in packs and search
 * indexes inflated; relative, in order.
 */
export async function filesWith(folder: string, pattern: RegExp): Promise<string[]> {
	const found: string[] = [];
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		const text = await textOf(path.join(folder, name));
		if (pattern.test(name) || pattern.test(text)) found.push(name);
	}
	return found;
}

/** Of a folder nothing. */
async function textOf(file: string): Promise<string> {
	let content: Buffer<ArrayBuffer>;
	try {
		content = readFileSync(file);
	} catch {
		return '';
	}
	if (file.endsWith('.pack')) return packText(content);
	if (file.endsWith('.bin')) return inflateRawSync(content).toString();
	const isDeflated = content[0] === 0x1f && content[1] === 0x8b;
	return (isDeflated ? gunzipSync(content) : content).toString();
}

async function packText(content: Buffer<ArrayBuffer>): Promise<string> {
	const file = new Blob([content]);
	const pack = await readHeader(file);
	const texts = [JSON.stringify(pack)];
	for (const number of pack.blocks.keys())
		if (number < pack.blocks.length - 1)
			texts.push(new TextDecoder().decode(await readBlock(file, pack, number)));
	return texts.join('\n');
}

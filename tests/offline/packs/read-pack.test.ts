import { expect, test } from 'vitest';
import { pageDigest, PackWriter } from '../../../src/pipeline/package/pack-writer.ts';
import {
	DamagedPack,
	digestOf,
	findPage,
	readBlock,
	readHeader,
	readPage,
	sha256,
} from '../../../src/offline/packs/read-pack.ts';

async function makePack(): Promise<Uint8Array<ArrayBuffer>> {
	const writer = new PackWriter();
	for (const [address, page] of PAGES) writer.add(address, pageDigest(page), page);
	return new Uint8Array(await writer.finish({ version: 'v1' }));
}

/** Two fill a block. */
const PAGES = ['/a', '/b', '/c', '/d', '/e'].map(
	(address) => [address, Buffer.from(`${address} é `.repeat(15_000))] as const,
);

test('each page comes out of its block as it went in', async () => {
	const file = new Blob([await makePack()]);
	const pack = await readHeader(file);
	expect(pack.pages.map(([, , block]) => block)).toEqual([0, 0, 1, 1, 2]);
	for (const [address, content] of PAGES) {
		const entry = findPage(pack, address);
		const page = entry && (await readPage(file, pack, entry));
		expect(page && Buffer.from(page).equals(content)).toBe(true);
		expect(page && (await digestOf(page))).toBe(entry?.[1]);
	}
	expect(findPage(pack, '/aa')).toBeUndefined();
	expect(await sha256(file)).toBe(await sha256(await makePack()));
});

test('what is no pack, or not all of one, is told', async () => {
	const whole = await makePack();
	const pack = await readHeader(new Blob([whole]));
	for (const bytes of [new Uint8Array(), whole.slice(0, 20), Buffer.from('<!DOCTYPE html>')])
		await expect(readHeader(new Blob([bytes]))).rejects.toThrow(DamagedPack);
	await expect(readBlock(new Blob([whole.slice(0, -9)]), pack, 2)).rejects.toThrow('cut off');
	await expect(readBlock(new Blob([whole]), pack, 3)).rejects.toThrow('no block 3');
	const damaged = whole.slice();
	damaged.fill(255, pack.body, pack.body + 200);
	await expect(readBlock(new Blob([damaged]), pack, 0)).rejects.toThrow('does not inflate');
	await expect(readPage(new Blob([whole]), pack, ['/f', '', 2, 0, 9e9])).rejects.toThrow(
		'/f is cut off',
	);
});

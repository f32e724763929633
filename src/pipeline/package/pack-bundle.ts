import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bundle, PackFileRef } from '../../offline/packs/catalogue.ts';
import { unfoldedBytes } from '../read-thread.ts';
import type { LastBundle, LastSite } from './last-site.ts';
import type { PackPage } from './packed-page.ts';
import { bundleVersion, pageDigest, PackWriter } from './pack-writer.ts';
import type { PatchFile } from './patches.ts';
import { worthKeeping } from './patches.ts';

/** The pages of one bundle, ascending by address. */
export interface PlannedBundle {
	id: string;
	pages: PlannedPage[];
	/** Whether its pages keep their drawings. */
	drawings: boolean;
	/** How many of its pages are pages of things. */
	things: number;
}

export interface PlannedPage {
	address: string;
	/** `tunes/27.html` */
	file: string;
}

export interface PackedBundle {
	bundle: Bundle;
	/** What readers of the last site have to fetch: nothing, a patch, or the whole bundle if there is no patch. */
	toFetch: { pages: number; bytes: number };
}

/**
 * Packs a bundle and what changed in it since the last site, and writes both to a folder. Folded posts are
 * put back into their pages: in a block they compress as well as in a file of their own.
 */
export async function packBundle(
	{ id, pages, drawings }: PlannedBundle,
	{ site, folder, last, packPage, onPage }: Packing,
): Promise<PackedBundle> {
	const before = await last.bundle(id);
	const whole = new PackWriter();
	const patch = new PackWriter();
	for (let i = 0; i < pages.length; i += READ_AT_ONCE) {
		const batch = pages.slice(i, i + READ_AT_ONCE);
		const contents = await Promise.all(batch.map(({ file }) => readFile(path.join(site, file))));
		for (const [j, { address, file }] of batch.entries()) {
			const html = unfoldedBytes(site, file, contents[j] ?? Buffer.alloc(0));
			const page = packPage(html, file, drawings);
			const digest = pageDigest(page);
			whole.add(address, digest, page);
			if (before && before.pages.get(address) !== digest) patch.add(address, digest, page);
		}
		onPage(batch.length);
	}
	const version = bundleVersion(whole.pages);
	const content = await whole.finish({ version });
	const ref = refOf(id, content, pages.length);
	const chain = before ? await chainFrom(before, id, patch, whole, last) : [];
	const kept = worthKeeping(chain, content.length);
	await writeFile(path.join(folder, ref.name), content);
	for (const { patch, content } of kept) await writeFile(path.join(folder, patch.name), content);
	return {
		bundle: { id, version, file: ref, patches: kept.map(({ patch }) => patch) },
		toFetch: before?.version === version ? { pages: 0, bytes: 0 } : (kept.at(-1)?.patch ?? ref),
	};
}

export interface Packing {
	site: string;
	/** Where the files go. */
	folder: string;
	last: LastSite;
	packPage: PackPage;
	/** Receives the number of further pages read. */
	onPage: (pages: number) => void;
}

const READ_AT_ONCE = 32;

/** The patches of the last site and, if something changed, the patch from it to this one. */
async function chainFrom(
	before: LastBundle,
	id: string,
	patch: PackWriter,
	whole: PackWriter,
	last: LastSite,
): Promise<PatchFile[]> {
	const chain: PatchFile[] = [];
	for (const ref of before.patches) {
		const content = await last.file(ref);
		if (content) chain.push({ patch: ref, content });
		else chain.length = 0;
	}
	const to = bundleVersion(whole.pages);
	if (before.version === to) return chain;
	const now = new Set(whole.pages.map(([address]) => address));
	const removed = [...before.pages.keys()].filter((address) => !now.has(address));
	const content = await patch.finish({ version: to, from: before.version, removed });
	chain.push({
		patch: { ...refOf(id, content, patch.pages.length), from: before.version, to },
		content,
	});
	return chain;
}

function refOf(id: string, content: Buffer, pages: number): PackFileRef {
	const sha256 = hash('sha256', content, 'hex');
	const name = `${id.replaceAll('/', '-')}.${sha256.slice(0, 12)}.pack`;
	return { name, bytes: content.length, sha256, pages };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from 'node:crypto';
import type { Bundle, Catalogue, PackFileRef } from '../../src/packs/catalogue.ts';
import { CATALOGUE } from '../../src/packs/catalogue.ts';
import { DamagedPack, readHeader } from '../../src/packs/read-pack.ts';

/** A bundle as readers may have it: its pages, and the ways to it from versions before. */
export interface LastBundle {
	version: string;
	/** Digests by address. */
	pages: ReadonlyMap<string, string>;
	patches: Bundle['patches'];
}

/** The packs of the site published last. What of them is missing, damaged or of another format is as if it had never been. */
export class LastSite {
	readonly #folder: string;
	readonly #bundles: ReadonlyMap<string, Bundle>;

	private constructor(folder: string, bundles: readonly Bundle[]) {
		this.#folder = folder;
		this.#bundles = new Map(bundles.map((bundle) => [bundle.id, bundle]));
	}

	/** @param folder its `packs/` */
	static async open(folder: string): Promise<LastSite> {
		const text = await readFile(path.join(folder, CATALOGUE), 'utf8').catch(() => '{}');
		return new LastSite(folder, bundlesIn(text));
	}

	/** Whether it had no bundles. */
	get isEmpty(): boolean {
		return this.#bundles.size === 0;
	}

	async bundle(id: string): Promise<LastBundle | undefined> {
		const bundle = this.#bundles.get(id);
		const content = bundle && (await this.file(bundle.file));
		if (!content) return undefined;
		try {
			const { version, pages } = await readHeader(new Blob([content]));
			if (version !== bundle.version) return undefined;
			return {
				version,
				pages: new Map(pages.map(([address, digest]) => [address, digest])),
				patches: bundle.patches,
			};
		} catch (error) {
			if (error instanceof DamagedPack) return undefined;
			throw error;
		}
	}

	/** A file's content, if it is what the catalogue said. */
	async file({ name, sha256 }: PackFileRef): Promise<Buffer<ArrayBuffer> | undefined> {
		const content = await readFile(path.join(this.#folder, path.basename(name))).catch(
			() => undefined,
		);
		return content && hash('sha256', content, 'hex') === sha256 ? content : undefined;
	}
}

function bundlesIn(text: string): Bundle[] {
	try {
		const { format, bundles } = JSON.parse(text) as Partial<Catalogue>;
		return format === 1 && Array.isArray(bundles) ? bundles : [];
	} catch {
		return [];
	}
}

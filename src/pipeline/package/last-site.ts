import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from 'node:crypto';
import type { Bundle, Catalogue, PackFileRef } from '../../offline/packs/catalogue.ts';
import { CATALOGUE } from '../../offline/packs/catalogue.ts';
import type { StoreFacts } from '../../store/facts.ts';
import { DamagedPack, readHeader } from '../../offline/packs/read-pack.ts';

/** A bundle as readers may have it: its pages, and the patches from earlier versions. */
export interface LastBundle {
	version: string;
	/** Digests by address. */
	pages: ReadonlyMap<string, string>;
	patches: Bundle['patches'];
}

/** The packs of the last published site. Missing, damaged or differently formatted parts count as absent. */
export class LastSite {
	readonly #folder: string;
	readonly #bundles: ReadonlyMap<string, Bundle>;

	readonly #keepsPatches: boolean;

	private constructor(folder: string, bundles: readonly Bundle[], keepsPatches: boolean) {
		this.#folder = folder;
		this.#keepsPatches = keepsPatches;
		this.#bundles = new Map(bundles.map((bundle) => [bundle.id, bundle]));
	}

	/**
	 * @param folder its `packs/`, beside its `build.json`
	 * @param suppressed what is suppressed now (`StoreFacts.suppressed`): if the last site suppressed something
	 * else, its patches may contain removed content and are not kept
	 */
	static async open(folder: string, suppressed: string | undefined): Promise<LastSite> {
		const read = (file: string) => readFile(path.join(folder, file), 'utf8').catch(() => '{}');
		const keepsPatches = suppressedIn(await read('../build.json')) === suppressed;
		return new LastSite(folder, bundlesIn(await read(CATALOGUE)), keepsPatches);
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
				patches: this.#keepsPatches ? bundle.patches : [],
			};
		} catch (error) {
			if (error instanceof DamagedPack) return undefined;
			throw error;
		}
	}

	/** A file's content, if it matches the catalogue. */
	async file({ name, sha256 }: PackFileRef): Promise<Buffer<ArrayBuffer> | undefined> {
		const content = await readFile(path.join(this.#folder, path.basename(name))).catch(
			() => undefined,
		);
		return content && hash('sha256', content, 'hex') === sha256 ? content : undefined;
	}
}

function suppressedIn(text: string): string | undefined {
	try {
		return (JSON.parse(text) as Partial<StoreFacts>).suppressed;
	} catch {
		return undefined;
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

import { hash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packFiles } from '../../core/addresses.ts';
import type { Catalogue, PackGroup } from '../../offline/packs/catalogue.ts';
import { CATALOGUE } from '../../offline/packs/catalogue.ts';
import { openStore } from '../../store/open.ts';
import { suppressed } from '../../store/suppressed.ts';
import type { Progress } from '../../cli/progress.ts';
import { silent } from '../../cli/progress.ts';
import { readAssetNames } from './asset-names.ts';
import { weighBeside } from './beside.ts';
import { LastSite } from './last-site.ts';
import { offeredPacks } from './offered-packs.ts';
import type { PackedBundle, Packing } from './pack-bundle.ts';
import { packBundle } from './pack-bundle.ts';
import { pagePacker } from './packed-page.ts';
import { planBundles } from './plan-bundles.ts';
import { sortedThings } from './sorted-things.ts';

export interface PacksOptions {
	/** The folder of the finished site. */
	site: string;
	/** Path of the store it was built from. */
	store: string;
	/** The `packs/` of the last published site; may be missing. */
	previous: string;
	/** Digest of the shell's code (`ShellList.code`). */
	code: string;
	groups: readonly PackGroup[];
	/** Offer popular tunes even though tunes are not among the groups. */
	popularAlone?: boolean;
	progress?: Progress;
}

export interface PacksResult {
	bundles: number;
	/** Pages in them; popular tunes count twice. */
	pages: number;
	/** Size of the whole bundles. */
	bytes: number;
	files: number;
	/** What a reader who has everything of the last site fetches; undefined if that had no packs. */
	toFetch: { bytes: number; pages: number } | undefined;
	/** Size of all patches kept. */
	patchBytes: number;
}

/**
 * Rewrites `packs/` of a built site: the pages of groups in bundles, patches from earlier versions and the
 * catalogue. The output depends only on site, store, code and previous packs; bundles do not depend on the
 * previous ones.
 *
 * @throws MirrorError when a page does not match the store or refers to an unlisted file of this deploy
 */
export async function writePacks(options: PacksOptions): Promise<PacksResult> {
	const { site, code, groups, popularAlone = false, progress = silent } = options;
	const folder = path.join(site, packFiles().slice(1, -1));
	// The site may be the last published one: its packs are read while the new ones are written.
	const draft = `${folder}.next`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });

	try {
		const { things, list } = readStore(options.store);
		const plan = await planBundles(site, groups, things, popularAlone);
		const total = plan.reduce((sum, { pages }) => sum + pages.length, 0);
		let done = 0;
		const last = await LastSite.open(options.previous, list);
		const packed = await packAll(plan, {
			site,
			folder: draft,
			last,
			packPage: pagePacker(await readAssetNames(site)),
			onPage: (pages) => progress.update((done += pages), total),
		});
		progress.end();

		const bundles = packed.map(({ bundle }) => bundle);
		const versions = bundles.map(({ id, version }) => `${id} ${version}\n`);
		const catalogue: Catalogue = {
			format: 1,
			version: hash('sha256', versions.join(''), 'hex').slice(0, 16),
			code,
			bundles,
			packs: offeredPacks(plan),
			beside: await weighBeside(site),
		};
		await writeFile(path.join(draft, CATALOGUE), JSON.stringify(catalogue));
		await rm(folder, { recursive: true, force: true });
		await rename(draft, folder);
		return { ...resultOf(packed), toFetch: last.isEmpty ? undefined : toFetchOf(packed) };
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

/** Several bundles at once keep all cores busy: one thread reads pages while others deflate blocks. */
const AT_ONCE = 3;

async function packAll(
	plan: Parameters<typeof packBundle>[0][],
	packing: Packing,
): Promise<PackedBundle[]> {
	const packed: PackedBundle[] = [];
	const queue = plan.entries();
	const work = async (): Promise<void> => {
		for (const [i, bundle] of queue) packed[i] = await packBundle(bundle, packing);
	};
	// All writers must have stopped before a failure is reported and the folder removed.
	const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
	return packed;
}

/** Reads the store's things, and the digest of what is suppressed. */
function readStore(file: string) {
	const store = openStore(file);
	try {
		return { things: sortedThings(store), list: suppressed(store)?.list };
	} finally {
		store.close();
	}
}

function resultOf(packed: readonly PackedBundle[]): Omit<PacksResult, 'toFetch'> {
	const result = { bundles: packed.length, pages: 0, bytes: 0, files: 1, patchBytes: 0 };
	for (const { bundle } of packed) {
		result.pages += bundle.file.pages;
		result.bytes += bundle.file.bytes;
		result.files += 1 + bundle.patches.length;
		for (const patch of bundle.patches) result.patchBytes += patch.bytes;
	}
	return result;
}

function toFetchOf(packed: readonly PackedBundle[]): { bytes: number; pages: number } {
	const sum = (of: 'bytes' | 'pages'): number =>
		packed.reduce((total, { toFetch }) => total + toFetch[of], 0);
	return { bytes: sum('bytes'), pages: sum('pages') };
}

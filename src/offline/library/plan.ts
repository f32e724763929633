import type { Bundle, Catalogue, PackFileRef } from '../packs/catalogue.ts';
import type { InstalledBundle } from './database.ts';

/** How to bring a bundle to the version that the site offers. */
export interface Step {
	bundle: Bundle;
	/** What to fetch: the complete file, or the patches to our version, oldest first. */
	fetch: readonly PackFileRef[];
	/** The bundle that the patches apply to; undefined when it is fetched whole. */
	on: InstalledBundle | undefined;
}

/** Searching more files than this takes longer than fetching one. */
const MOST_PATCHES = 8;

/** The step for one bundle; undefined when it is up to date and undamaged. */
export function stepTo(bundle: Bundle, installed: InstalledBundle | undefined): Step | undefined {
	const whole = { bundle, fetch: [bundle.file], on: undefined };
	if (!installed || installed.isDamaged) return whole;
	if (installed.version === bundle.version) return undefined;
	// A version can occur twice when pages are reverted: the last occurrence counts.
	const first = bundle.patches.findLastIndex(({ from }) => from === installed.version);
	if (first < 0) return whole;
	const chain = bundle.patches.slice(first);
	const [base, ...patches] = installed.files;
	const patchBytes = bytesOf(patches) + bytesOf(chain);
	const isWorthIt =
		base !== undefined &&
		bytesOf(chain) < bundle.file.bytes &&
		patches.length + chain.length <= MOST_PATCHES &&
		patchBytes <= base.bytes / 3;
	return isWorthIt ? { bundle, fetch: chain, on: installed } : whole;
}

/** The steps that bring all bundles of these packs to what the site offers. */
export function stepsFor(
	catalogue: Catalogue,
	packs: ReadonlySet<string>,
	installed: readonly InstalledBundle[],
): Step[] {
	const wanted = bundlesOf(catalogue, packs);
	const here = new Map(installed.map((bundle) => [bundle.id, bundle]));
	return catalogue.bundles
		.filter(({ id }) => wanted.has(id))
		.map((bundle) => stepTo(bundle, here.get(bundle.id)))
		.filter((step) => step !== undefined);
}

/** Ids of the bundles in these packs. */
export function bundlesOf({ packs }: Catalogue, ids: ReadonlySet<string>): Set<string> {
	return new Set(packs.filter(({ id }) => ids.has(id)).flatMap(({ bundles }) => bundles));
}

/** How many bytes the steps fetch. */
export function bytesToFetch(steps: readonly Step[]): number {
	return bytesOf(steps.flatMap((step) => step.fetch));
}

function bytesOf(files: readonly { bytes: number }[]): number {
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

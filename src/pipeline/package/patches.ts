import type { Patch } from '../../offline/packs/catalogue.ts';

/** A patch and its file. */
export interface PatchFile {
	patch: Patch;
	content: Buffer;
}

/** The most patches of a bundle: a reader who is further behind fetches it whole. */
const MOST = 8;
/** The largest share of the bundle's size: beyond it, fetching the whole bundle costs hardly more. */
const LARGEST_SHARE = 1 / 3;

/** The patches worth keeping: drops the oldest while there are too many or they are too large. */
export function worthKeeping(chain: readonly PatchFile[], bundleBytes: number): PatchFile[] {
	const kept: PatchFile[] = [];
	let bytes = 0;
	for (const file of chain.toReversed()) {
		bytes += file.patch.bytes;
		if (kept.length === MOST || bytes > bundleBytes * LARGEST_SHARE) break;
		kept.unshift(file);
	}
	return kept;
}

import type { Patch } from '../../offline/packs/catalogue.ts';

/** A patch and its file. */
export interface PatchFile {
	patch: Patch;
	content: Buffer;
}

/** Of a bundle: a reader who is further behind fetches it whole. */
const MOST = 8;
/** Of the bundle's bytes: where patches come to more, fetching it whole is hardly more. */
const LARGEST_SHARE = 1 / 3;

/** The patches that are worth keeping: without the oldest while they are too many or too large. */
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

import { MirrorError } from '../../../core/errors.ts';
import { PACK_GROUPS, type PackGroup } from '../../../offline/packs/catalogue.ts';
import { bundleOf, isPopular, POPULAR_BUNDLE } from '../../package/bundle-of.ts';
import type { SortedThings } from '../../package/sorted-things.ts';
import { sortedThings } from '../../package/sorted-things.ts';
import { addressOf } from '../../../core/site-files.ts';
import type { Survey } from '../base/survey.ts';

/**
 * Pages that are not in the bundles where they belong. Groups without any bundle are not offered.
 *
 * @param found the bundles that each address was found in
 */
export function* bundleFaults(
	{ site, store }: Pick<Survey, 'site' | 'store'>,
	found: ReadonlyMap<string, readonly string[]>,
): Generator<{ file: string; what: string }> {
	const things = sortedThings(store);
	const ids = new Set([...found.values()].flat());
	const hasPopular = ids.delete(POPULAR_BUNDLE);
	const groups = new Set([...ids].map((id) => id.split('/')[0]));
	for (const file of site.files.keys()) {
		const group = PACK_GROUPS.find((name) => file.startsWith(`${name}/`));
		if (!group || !file.endsWith('.html')) continue;
		const isOffered = groups.has(group);
		if (!isOffered && !(group === 'tunes' && hasPopular)) continue;
		const address = addressOf(file);
		const wanted = bundlesFor(group, address, things, isOffered);
		const actual = (found.get(address) ?? []).toSorted().join(' and ') || 'no bundle';
		if (wanted !== undefined && wanted !== actual)
			yield { file, what: `is in ${actual}, and belongs in ${wanted}` };
	}
}

/** Undefined for a page without a thing, which another check reports. */
function bundlesFor(
	group: PackGroup,
	address: string,
	things: SortedThings,
	isOffered: boolean,
): string | undefined {
	try {
		const own = bundleOf(group, address, things);
		const bundles = [
			...(isOffered ? [own] : []),
			...(isPopular(address, things) ? [POPULAR_BUNDLE] : []),
		];
		return bundles.sort().join(' and ') || 'no bundle';
	} catch (error) {
		if (error instanceof MirrorError) return undefined;
		throw error;
	}
}

import type { Bundle } from '../../../offline/packs/catalogue.ts';
import type { OpenPack } from '../../../offline/packs/read-pack.ts';
import { openChecked } from './read-pack-file.ts';

/** Faults in a bundle's patches: each must lead to the next version, and together to the pages of `whole`. */
export async function patchFaults(
	folder: string,
	bundle: Bundle,
	whole: OpenPack,
): Promise<{ name: string; what: string }[]> {
	const faults: { name: string; what: string }[] = [];
	const now = new Map(whole.pages.map(([address, digest]) => [address, digest]));
	const settled = new Set<string>();
	let to = bundle.version;
	for (const ref of bundle.patches.toReversed()) {
		const report = (what: string) => faults.push({ name: ref.name, what });
		if (ref.to !== to) report(`leads to ${ref.to}, and ${to} comes next`);
		to = ref.from;
		const patch = await openChecked(folder, ref);
		if (typeof patch === 'string') {
			report(patch);
			break;
		}
		if (patch.version !== ref.to || patch.from !== ref.from)
			report(`leads from ${patch.from} to ${patch.version}, and not as the catalogue says`);
		// A later patch overrides earlier ones.
		const pages = new Map<string, string | undefined>([
			...patch.pages.map(([address, digest]) => [address, digest] as const),
			...(patch.removed ?? []).map((address) => [address, undefined] as const),
		]);
		for (const [address, digest] of pages) {
			if (!settled.has(address) && now.get(address) !== digest)
				report(`${address} is not as in the whole bundle`);
			settled.add(address);
		}
	}
	return faults;
}

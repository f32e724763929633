import type { Bundle, Catalogue, Pack } from '../../offline/packs/catalogue.ts';
import { companionsOf, type Companion } from './companions.ts';
import type { PackState } from './pack-words.ts';

/** The parts of the library on the device. */
export interface Stock {
	/** Ids of complete bundles. */
	bundles: ReadonlySet<string>;
	/** Ids of packs that the reader chose. */
	packs: ReadonlySet<string>;
	/** Bytes of unfinished downloads, by the name of the file. */
	begun: ReadonlyMap<string, number>;
	missingBeside: ReadonlySet<Companion>;
}

/** How much of each pack is on the device, in catalogue order. */
export function packStates(catalogue: Catalogue, stock: Stock): PackState[] {
	const bundles = new Map(catalogue.bundles.map((bundle) => [bundle.id, bundle]));
	return catalogue.packs.map((pack) => {
		const own = pack.bundles.flatMap((id) => bundles.get(id) ?? []);
		return stateOf(pack, own, stock, catalogue);
	});
}

function stateOf(
	pack: Pack,
	bundles: readonly Bundle[],
	stock: Stock,
	{ beside }: Catalogue,
): PackState {
	const missing = bundles.filter(({ id }) => !stock.bundles.has(id));
	const bytes = bytesOf(bundles);
	const begun = missing.reduce((sum, { file }) => sum + (stock.begun.get(file.name) ?? 0), 0);
	const isChosen = stock.packs.has(pack.id);
	const isKept = isChosen && missing.length === 0;
	const companions = companionsOf(pack.group).filter((each) => stock.missingBeside.has(each));
	const extra = companions.reduce((sum, each) => sum + beside[each], 0);
	const here = bytes - bytesOf(missing);
	return {
		pack,
		bytes,
		missing: bytesOf(missing) - begun,
		beside: extra,
		lacks: isKept ? companions : [],
		here,
		shared: isChosen ? 0 : here,
		begun: isChosen && !isKept ? begun + here : begun,
		isKept,
	};
}

function bytesOf(bundles: readonly Bundle[]): number {
	return bundles.reduce((sum, { file }) => sum + file.bytes, 0);
}

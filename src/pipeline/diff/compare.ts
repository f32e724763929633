import { CHANGING, type Changed, type Changing } from '../../core/changes.ts';
import type { Ledger } from './ledger.ts';

/** What changed between two ledgers; edits are unknown when their digests are not comparable. */
export function compareLedgers(last: Ledger, next: Ledger): Record<Changing, Changed> {
	const alike = last.telling === next.telling;
	return Object.fromEntries(
		CHANGING.map((kind) => [kind, compare(last.things[kind], next.things[kind], alike)]),
	) as Record<Changing, Changed>;
}

function compare(
	last: ReadonlyMap<number, string>,
	next: ReadonlyMap<number, string>,
	alike: boolean,
): Changed {
	const ids = [...next.keys()];
	return {
		added: ids.filter((id) => !last.has(id)),
		edited: alike ? ids.filter((id) => last.has(id) && last.get(id) !== next.get(id)) : [],
		removed: [...last.keys()].filter((id) => !next.has(id)),
	};
}

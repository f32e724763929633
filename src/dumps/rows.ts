import type { Store } from '../store/open.ts';
import { selectTable, type DumpTable } from './table.ts';

/** Enough rows that their text is worth compressing, yet few enough to need little memory. */
const ROWS = 500;

export type DumpRow = Record<string, string | number | null>;

/** The rows of a table, a few hundred at a time. */
export function* rowsOf(store: Store, table: DumpTable): Generator<DumpRow[]> {
	yield* batches(store.database.prepare(selectTable(table)).iterate() as Iterable<DumpRow>);
}

/** Things in groups of a few hundred. */
export function* batches<T>(things: Iterable<T>): Generator<T[]> {
	let batch: T[] = [];
	for (const thing of things) {
		batch.push(thing);
		if (batch.length < ROWS) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

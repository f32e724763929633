import { foldedSaving } from '../../../core/folding.ts';
import type { Store } from '../../../store/open.ts';

/** Bytes saved on pages of discussions when threads fold after this many posts. */
export type FoldSaving = (after: number) => number;

/** Reads the length of every post in discussions; takes a second at full scale. */
export function foldSavingOf(store: Store): FoldSaving {
	const threads = new Map<unknown, number[]>();
	const posts = store.database.prepare(
		`SELECT thing_id AS thing, octet_length(html) AS bytes FROM comment
		WHERE kind = 'discussions' ORDER BY thing_id, position`,
	);
	for (const { thing, bytes } of posts.iterate() as Iterable<Record<string, unknown>>) {
		const thread = threads.get(thing);
		if (thread) thread.push(Number(bytes));
		else threads.set(thing, [Number(bytes)]);
	}
	return (after) =>
		[...threads.values()].reduce((sum, lengths) => sum + foldedSaving(lengths, after), 0);
}

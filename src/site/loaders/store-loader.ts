import type { Loader } from 'astro/loaders';
import type { Kind } from '../../core/kinds.ts';
import { countOf, thingsOf } from '../../store/catalogue.ts';
import type { Store } from '../../store/open.ts';

/**
 * Loads the things of one kind into a collection, with their names only; everything else is read when a page
 * is rendered.
 *
 * @throws when the collection does not end up with as many entries as the store has rows.
 */
export function storeLoader(kind: Kind, store: Store): Loader {
	return {
		name: `store-${kind}`,
		load: async (context) => {
			const { store: entries, logger } = context;
			const gone = new Set(entries.keys());
			for (const { id: number, name } of thingsOf(store, kind)) {
				const id = String(number);
				gone.delete(id);
				const digest = context.generateDigest(name);
				if (entries.get(id)?.digest === digest) continue;
				entries.set({ id, data: await context.parseData({ id, data: { name } }), digest });
			}
			for (const id of gone) entries.delete(id);
			countEntries(kind, entries.keys().length, countOf(store, kind));
			logger.info(`${countOf(store, kind)} ${kind}`);
		},
	};
}

function countEntries(kind: Kind, entries: number, rows: number): void {
	if (entries !== rows) {
		throw new Error(
			`The collection of ${kind} has ${entries} entries for ${rows} rows of the store.`,
		);
	}
}

import { openLibrary } from '../../offline/library/database.ts';
import { bytesToFetch, stepsFor } from '../../offline/library/plan.ts';
import type { Catalogue } from '../../offline/packs/catalogue.ts';
import type { News } from './update-panel.ts';

/** Updates available for the complete packs; undefined when there are none. */
export async function newsOf(catalogue: Catalogue): Promise<News | undefined> {
	const database = await openLibrary();
	const bundles = await database.getAll('bundles');
	const whole = (await database.getAll('packs')).filter(({ since }) => since !== null);
	const ids = new Set(whole.map(({ id }) => id));
	const bytes = bytesToFetch(stepsFor(catalogue, ids, bundles));
	if (bytes === 0 || bundles.length === 0) return undefined;
	return { bytes, since: Math.max(...bundles.map(({ since }) => since)) };
}

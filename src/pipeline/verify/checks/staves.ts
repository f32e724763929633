import { thing } from '../../../core/addresses.ts';
import { findPage } from '../../../core/site-files.ts';
import { count } from '../../../cli/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { drawnSettings } from '../steps/store-rows.ts';

/** Every setting that could be drawn has its staff on the page of its tune. */
export const staves: SiteCheck = {
	name: 'missing-staff',
	todo: 'Look at the template of settings, or run `npm run mirror -- --from ingest` to draw again.',
	check({ store, pages }, report) {
		for (const { tuneId, staves: wanted } of drawnSettings(store)) {
			const file = findPage(thing({ kind: 'tunes', id: tuneId }), (name) => pages.has(name));
			const page = file === undefined ? undefined : pages.get(file);
			// A missing page is reported by another check.
			if (!page || page.undrawn !== null || file === undefined || page.staves === wanted) continue;
			report(file, `${count(page.staves, 'staff', 'staves')} of ${wanted}`);
		}
	},
};

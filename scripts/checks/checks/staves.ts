import { count } from '../../lib/output.ts';
import type { SiteCheck } from '../base/check.ts';
import { drawnSettings } from '../steps/store-rows.ts';

/** Every setting that could be drawn has its staff on the page of its tune. */
export const staves: SiteCheck = {
	name: 'missing-staff',
	todo: 'Look at the template of settings, or run `npm run mirror -- --from ingest` to draw again.',
	check({ store, pages }, report) {
		for (const { tuneId, staves: wanted } of drawnSettings(store)) {
			const file = `tunes/${tuneId}.html`;
			const page = pages.get(file);
			// A page that is missing is another check's issue.
			if (!page || page.staves === wanted) continue;
			report(file, `${count(page.staves, 'staff', 'staves')} of ${wanted}`);
		}
	},
};

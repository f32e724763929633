import { commentAnchor, settingAnchor, thing } from '../../../src/domain/addresses.ts';
import { findPage } from '../../../src/domain/site-files.ts';
import type { SiteCheck } from '../base/check.ts';
import { anchorsOf } from '../base/survey.ts';
import { partsOfThings } from '../steps/store-rows.ts';

/** Every setting and every comment of the store has its anchor on the page of its thing. */
export const partAnchors: SiteCheck = {
	name: 'missing-anchor',
	todo: 'Look at the template of this kind: it leaves out a part of the thing, or its id.',
	check({ store, pages }, report) {
		let address = '';
		let file = '';
		let anchors = new Set<string>();
		for (const { kind, thingId, part, id } of partsOfThings(store)) {
			const next = thing({ kind, id: thingId });
			if (next !== address) {
				address = next;
				file = findPage(address, (name) => pages.has(name)) ?? '';
				anchors = anchorsOf(pages.get(file));
			}
			const anchor = part === 'setting' ? settingAnchor(id) : commentAnchor(id);
			// A page that is missing is another check's issue.
			if (!anchors.has(anchor) && pages.has(file)) report(file, `no id="${anchor}"`);
		}
	},
};

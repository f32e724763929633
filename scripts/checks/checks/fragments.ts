import type { SiteCheck } from '../base/check.ts';
import { anchorsOf } from '../base/survey.ts';
import { isTop, ownFragments } from './own-fragments.ts';

/** Links to a place on another page. */
export const fragments: SiteCheck = {
	name: ownFragments.name,
	todo: ownFragments.todo,
	check({ pages, fragments: wanted }, report) {
		for (const [file, places] of wanted) {
			const page = pages.get(file);
			// A fragment of something that is no page is the reader's program's affair.
			if (!page) continue;
			const anchors = anchorsOf(page);
			for (const [fragment, from] of places) {
				if (!anchors.has(fragment) && !isTop(fragment))
					report(from, `#${fragment} is not on ${file}`);
			}
		}
	},
};

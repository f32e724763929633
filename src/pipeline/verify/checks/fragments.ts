import type { SiteCheck } from '../base/check.ts';
import { anchorsOf, type Survey } from '../base/survey.ts';
import { membersLinks } from './members-links.ts';
import { isTop, ownFragments } from './own-fragments.ts';

/** Our links to a place on another page. */
export const fragments: SiteCheck = {
	name: ownFragments.name,
	todo: ownFragments.todo,
	check({ pages, fragments: wanted }, report) {
		for (const { from, what } of missing(pages, wanted)) report(from, what);
	},
};

/** Links in members' text to a place on another page. */
export const membersFragments: SiteCheck = {
	name: membersLinks.name,
	todo: membersLinks.todo,
	check({ pages, memberFragments: wanted }, report) {
		for (const { from, what } of missing(pages, wanted)) report(from, what);
	},
};

function* missing(
	pages: Survey['pages'],
	wanted: Survey['fragments'],
): Generator<{ from: string; what: string }> {
	for (const [file, places] of wanted) {
		const page = pages.get(file);
		// Fragments of files other than pages depend on the reader's program; a page that could not be rendered
		// is reported by another check.
		if (!page || page.undrawn !== null) continue;
		const anchors = anchorsOf(page);
		for (const [fragment, from] of places) {
			if (!anchors.has(fragment) && !isTop(fragment))
				yield { from, what: `#${fragment} is not on ${file}` };
		}
	}
}

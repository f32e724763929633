import type { SiteCheck } from '../base/check.ts';

/** Of all pages; with more, it is not upstream's oddities that cannot be drawn. */
const MOST_UNDRAWN = 0.05;
/** Oddities of a small site. */
const FEW = 20;

/** Pages that could not be drawn are few; each is told among what was left out. */
export const undrawnPages: SiteCheck = {
	name: 'undrawn-pages',
	todo: 'A view fails for far too many pages: see the lines of the build that tell where.',
	check({ pages }, report) {
		const undrawn = [...pages].filter(([, page]) => page.undrawn !== null);
		if (undrawn.length <= Math.max(FEW, MOST_UNDRAWN * pages.size)) return;
		for (const [file, page] of undrawn) report(file, `could not be drawn: ${page.undrawn}`);
	},
};

import type { SiteCheck } from '../base/check.ts';

/** Share of all pages; beyond it, the fault is not an oddity in upstream's data. */
const MOST_UNDRAWN = 0.05;
/** A small site may have this many. */
const FEW = 20;

/** Few pages could not be rendered; each is reported as left out. */
export const undrawnPages: SiteCheck = {
	name: 'undrawn-pages',
	todo: 'A view fails for far too many pages: see the lines of the build that tell where.',
	check({ pages }, report) {
		const undrawn = [...pages].filter(([, page]) => page.undrawn !== null);
		if (undrawn.length <= Math.max(FEW, MOST_UNDRAWN * pages.size)) return;
		for (const [file, page] of undrawn) report(file, `could not be drawn: ${page.undrawn}`);
	},
};

import type { PageCheck } from '../base/check.ts';

/** The file of a page's folded posts exists and is complete; its content is checked as part of the page. */
export const foldedPosts: PageCheck = {
	name: 'folded-posts',
	todo: 'Build the site again from this store: `npm run mirror -- --from build`.',
	check({ foldFault }, report) {
		if (foldFault !== null) report(`of its folded posts, ${foldFault}`);
	},
};

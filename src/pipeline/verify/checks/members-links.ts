import type { PageCheck } from '../base/check.ts';
import { linkFault } from './link-targets.ts';
import { missingAnchors } from './own-fragments.ts';

/** Links in members' text; ingest turns those that lead nowhere into plain text. */
export const membersLinks: PageCheck = {
	name: "member's-link",
	todo: 'See src/pipeline/ingest/archive/ for how links in comments become text or lead to the original.',
	check(page, report, context) {
		for (const href of page.memberLinks) {
			const fault = linkFault(href, page.file, context);
			if (fault !== undefined) report(fault);
		}
		for (const href of missingAnchors(page, page.memberLinks)) report(`${href} is not on the page`);
	},
};

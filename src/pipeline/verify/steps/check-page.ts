import type { PageContext } from '../base/check.ts';
import type { Issue } from '../base/issues.ts';
import type { Page } from '../base/page.ts';
import { isIndexable } from '../base/page.ts';
import { urlOf } from '../base/site.ts';
import type { CheckName } from '../base/severity.ts';
import type { PageSummary } from '../base/survey.ts';
import { UNDRAWN_MARK } from '../../../core/undrawn.ts';
import { PAGE_CHECKS } from '../page-checks.ts';

/** A page after its own checks. Everything in it may be kept. */
export interface CheckedPage extends PageSummary {
	file: string;
	/** Its initial scripts, as absolute URLs. */
	scripts: string[];
	/** How many distinct targets it links to. */
	links: number;
	/** Fragments of other pages that it links to, `tunes/27.html#setting5`. */
	fragments: string[];
	/** The same for links in members' text. */
	memberFragments: string[];
	issues: (Issue & { check: CheckName })[];
}

/** Runs every check that needs only the page. */
export function checkPage(page: Page, context: PageContext): CheckedPage {
	const issues: CheckedPage['issues'] = [];
	for (const { name, check } of PAGE_CHECKS) {
		check(page, (what) => issues.push({ check: name, file: page.file, what }), context);
	}
	const here = urlOf(context.site, page.file);
	return {
		file: page.file,
		indexable: isIndexable(page),
		anchors: [...page.ids, ...page.names].join(' '),
		staves: page.staves,
		posts: page.posts,
		undrawn: page.metas.get(UNDRAWN_MARK) ?? null,
		scripts: page.scripts.map((src) => URL.parse(src, here)?.href ?? src),
		links: page.links.size + page.memberLinks.size,
		fragments: fragmentsElsewhere(page.file, page.links, context),
		memberFragments: fragmentsElsewhere(page.file, page.memberLinks, context),
		issues,
	};
}

function fragmentsElsewhere(file: string, links: Iterable<string>, context: PageContext): string[] {
	const found = new Set<string>();
	for (const href of links) {
		if (!href.includes('#') || href.startsWith('#')) continue;
		const link = context.links.find(href, file);
		if (link?.target.kind !== 'file' || link.target.file === file || !link.fragment) continue;
		found.add(`${link.target.file}#${link.fragment}`);
	}
	return [...found];
}

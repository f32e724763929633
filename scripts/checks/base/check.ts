import type { LinkFinder } from './link-finder.ts';
import type { Limits } from './limits.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import type { Survey } from './survey.ts';

/** A rule. Checks only report; they neither print nor stop anything. */
interface Rule {
	/** `inline-script` */
	name: string;
	/** What a person has to do about its issues. */
	todo: string;
}

/** A rule that can be judged on a page alone; runs in a reading thread. */
export interface PageCheck extends Rule {
	check: (page: Page, report: (what: string) => void, context: PageContext) => void;
}

/** A rule that needs all pages, the store or files that are no pages; runs when all are read. */
export interface SiteCheck extends Rule {
	check: (survey: Survey, report: (file: string, what: string) => void) => void | Promise<void>;
}

export interface PageContext {
	site: Site;
	links: LinkFinder;
	limits: Limits;
}

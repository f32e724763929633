import type { Figure } from './figure.ts';
import type { LinkFinder } from './link-finder.ts';
import type { Page } from './page.ts';
import type { CheckName } from './severity.ts';
import type { Site } from './site.ts';
import type { Survey } from './survey.ts';

/** A rule. Checks only report; they neither print nor stop anything. */
interface Rule {
	/** `inline-script`; what its issues do is told by `severity.ts`. */
	name: CheckName;
	/** What a person has to do about its issues. */
	todo: string;
}

/** A rule that can be judged on a page alone; runs in a reading thread. */
export interface PageCheck extends Rule {
	check: (page: Page, report: (what: string) => void, context: PageContext) => void;
}

/** A rule that needs all pages, the store or files that are not pages; runs when all are read. */
export interface SiteCheck extends Rule {
	check: (survey: Survey, report: (file: string, what: string) => void) => void | Promise<void>;
}

/** A limit. What is over it becomes an issue; the largest of each name is kept to compare the next run with. */
export interface Budget extends Rule {
	measure: (survey: Survey) => Iterable<Figure>;
}

export interface PageContext {
	site: Site;
	links: LinkFinder;
}

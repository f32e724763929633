import type { Figure } from './figure.ts';
import type { LinkFinder } from './link-finder.ts';
import type { Page } from './page.ts';
import type { CheckName } from './severity.ts';
import type { Site } from './site.ts';
import type { Survey } from './survey.ts';

/** A rule. Checks only report; they neither print nor stop anything. */
interface Rule {
	/** `inline-script`; `severity.ts` says what its issues do. */
	name: CheckName;
	/** How to fix its issues. */
	todo: string;
}

/** A rule that can be checked on a single page; runs in a reading thread. */
export interface PageCheck extends Rule {
	check: (page: Page, report: (what: string) => void, context: PageContext) => void;
}

/** A rule that needs all pages, the store or files other than pages; runs after all pages are read. */
export interface SiteCheck extends Rule {
	check: (survey: Survey, report: (file: string, what: string) => void) => void | Promise<void>;
}

/** A limit. Exceeding it is an issue; the largest figure of each name is kept to compare the next run with. */
export interface Budget extends Rule {
	measure: (survey: Survey) => Iterable<Figure>;
}

export interface PageContext {
	site: Site;
	links: LinkFinder;
}

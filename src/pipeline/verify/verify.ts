import path from 'node:path';
import type { ApiGroup } from '../../api/groups.ts';
import { SECTION_PAGES } from '../../api/limits.ts';
import { storeFacts } from '../../store/facts.ts';
import { openStore } from '../../store/open.ts';
import type { ExcludedFiles } from '../export/excluded-files.ts';
import { LeftOutBook, type LeftOut } from '../left-out.ts';
import type { Progress } from '../../cli/progress.ts';
import { silent } from '../../cli/progress.ts';
import { figureText, isOver, largestOf, type Figure, type Figures } from './base/figure.ts';
import type { IssueGroup } from './base/issues.ts';
import { IssueBook } from './base/issues.ts';
import type { Limits } from './base/limits.ts';
import { LIMITS } from './base/limits.ts';
import { stops } from './base/severity.ts';
import type { Survey } from './base/survey.ts';
import { BUDGETS } from './budgets.ts';
import { SITE_CHECKS } from './site-checks.ts';
import { listFiles } from './steps/list-files.ts';
import type { KindSize } from './steps/measure.ts';
import { sizeByKind } from './steps/measure.ts';
import { surveySite } from './steps/survey-site.ts';

export interface VerifyOptions {
	/** The folder of the site. */
	site: string;
	/** Begins and ends with `/`. */
	base: string;
	/** `https://mirror.example` */
	siteOrigin: string;
	/** Path of the store it was built from. */
	store: string;
	/** Threads that read pages. */
	jobs: number;
	progress?: Progress;
	/** The groups of the API that are written as files; none when omitted. */
	api?: readonly ApiGroup[];
	/** Pages of a section's JSON list; the usual number when omitted. */
	listPages?: number;
	/** API files that could not be written. */
	excludedFiles?: readonly ExcludedFiles[];
	limits?: Partial<Limits>;
	/** Whether exceeding a quality limit stops the run, as in our CI. */
	strict?: boolean;
	/** The figures of the previous run. */
	before?: Figures;
}

export interface VerifyResult {
	/** Whether nothing was found that prevents publishing. */
	passed: boolean;
	pages: number;
	/** The number of distinct targets per page, added up. */
	links: number;
	files: number;
	/** Total of all files. */
	bytes: number;
	/** By kind of file. */
	kinds: Record<string, KindSize>;
	/** What prevents publishing, the largest group first; empty when it passed. */
	issues: IssueGroup[];
	/** Other findings, the largest group first. */
	warnings: IssueGroup[];
	/** Pages that show only their name, because their view could not be made. */
	leftOut: LeftOut[];
	/** The largest measurement of each name. */
	figures: Figures;
}

/**
 * Reads the whole site as a visitor would and compares it with the store: pages, anchors, links, sitemap,
 * search index, licence marks, limits. `base/severity.ts` says which of these stop a run. Prints nothing.
 *
 * @throws MirrorError when there is no site or no store to compare
 */
export async function verify(options: VerifyOptions): Promise<VerifyResult> {
	const { site: folder, base, siteOrigin: origin, jobs, progress = silent } = options;
	const store = openStore(options.store);
	try {
		const site = { ...listFiles(folder), origin, base };
		const limits = { ...LIMITS, ...options.limits };
		const facts = storeFacts(store);
		const issues = new IssueBook();
		const { survey, links } = await surveySite({
			folder,
			site,
			store,
			storeFile: options.store,
			facts,
			limits,
			api: options.api ?? [],
			excludedFiles: options.excludedFiles ?? [],
			listPages: options.listPages ?? SECTION_PAGES,
			jobs,
			progress,
			issues,
		});
		for (const { name, todo, check } of SITE_CHECKS) {
			await check(survey, (file, what) => issues.add(name, todo, { file, what }));
		}
		const figures = measure(survey, options.before ?? {}, issues);
		const kinds = sizeByKind(site.files);
		const isStop = ({ check }: IssueGroup): boolean => stops(check, options.strict ?? false);
		const groups = issues.groups();
		const stopping = groups.filter(isStop);
		return {
			passed: stopping.length === 0,
			pages: survey.pages.size,
			links,
			files: site.files.size,
			bytes: Object.values(kinds).reduce((sum, kind) => sum + kind.bytes, 0),
			kinds,
			issues: stopping,
			warnings: groups.filter((group) => !isStop(group)),
			leftOut: undrawn(survey),
			figures,
		};
	} finally {
		store.close();
	}
}

/** Measures everything that has a limit, and reports an issue for each limit exceeded. */
function measure(survey: Survey, before: Figures, issues: IssueBook): Figures {
	const figures: Figure[] = [];
	for (const { name: check, todo, measure: figuresOf } of BUDGETS) {
		for (const figure of figuresOf(survey)) {
			figures.push(figure);
			const { name, file } = figure;
			if (isOver(figure)) issues.add(check, todo, { file, what: figureText(figure, before[name]) });
		}
	}
	return largestOf(figures);
}

function undrawn({ pages }: Survey): LeftOut[] {
	const book = new LeftOutBook();
	for (const [file, page] of pages) {
		if (page.undrawn === null) continue;
		const address = file.replace(/(\/index)?\.html$/, '');
		const [section = ''] = address.split('/');
		book.add(
			`pages/${section}`,
			`could not be drawn (${page.undrawn})`,
			address,
			path.basename(address),
		);
	}
	return book.groups();
}

import type { Progress } from '../../../cli/progress.ts';
import type { IssueBook } from '../base/issues.ts';
import type { PageSummary, Survey } from '../base/survey.ts';
import { PAGE_CHECKS } from '../page-checks.ts';
import type { CheckedPage } from './check-page.ts';
import { readPages } from './read-pages.ts';

/** What is known of the site before its pages are read. */
export interface SurveyOptions extends Omit<
	Survey,
	'pages' | 'fragments' | 'memberFragments' | 'scripts'
> {
	progress: Progress;
	/** Receives what the pages' own checks find. */
	issues: IssueBook;
}

/** Reads every page once and keeps what other pages and the store are compared with. */
export async function surveySite({
	progress,
	issues,
	...known
}: SurveyOptions): Promise<{ survey: Survey; links: number }> {
	const pages = new Map<string, PageSummary>();
	const fragments = new Map<string, Map<string, string>>();
	const memberFragments = new Map<string, Map<string, string>>();
	const scripts = new Map<string, { urls: string[]; file: string }>();
	let links = 0;
	const take = (page: CheckedPage): void => {
		const { file, indexable, anchors, staves, posts, undrawn } = page;
		pages.set(file, { indexable, anchors, staves, posts, undrawn });
		links += page.links;
		for (const { check, ...issue } of page.issues) issues.add(check, TODO.get(check) ?? '', issue);
		for (const wanted of page.fragments) keepFragment(fragments, wanted, file);
		for (const wanted of page.memberFragments) keepFragment(memberFragments, wanted, file);
		const key = page.scripts.join(' ');
		const kept = scripts.get(key);
		if (!kept || file < kept.file) scripts.set(key, { urls: page.scripts, file });
	};
	const { folder, site, jobs } = known;
	await readPages({ folder, site, jobs, progress, take });
	return { survey: { ...known, pages, fragments, memberFragments, scripts }, links };
}

const TODO = new Map(PAGE_CHECKS.map(({ name, todo }) => [name, todo]));

function keepFragment(
	fragments: Map<string, Map<string, string>>,
	wanted: string,
	from: string,
): void {
	const hash = wanted.indexOf('#');
	const file = wanted.slice(0, hash);
	const fragment = wanted.slice(hash + 1);
	let places = fragments.get(file);
	if (!places) fragments.set(file, (places = new Map<string, string>()));
	const first = places.get(fragment);
	if (first === undefined || from < first) places.set(fragment, from);
}

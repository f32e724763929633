import * as addresses from '../../core/addresses.ts';
import { longDate } from '../../core/dates.ts';
import { storeFacts, type TableFacts, type UpstreamFacts } from '../../store/facts.ts';
import type { Store } from '../../store/open.ts';
import { formatNumber, type PageView } from './page.ts';

/** The contents of the page about the mirror. */
export interface AboutView {
	page: PageView;
	/** The two upstream repositories: name, commit and day. */
	upstream: { name: string; commit: string; date: string }[];
	/** The counts of what is in the store, with labels. */
	counts: { name: string; count: string }[];
	/** Tables and sections that are not this week's, shown first. */
	late: LateSource[];
	/** Rows and pages that could not be read. */
	refused: string;
}

/** Part of upstream that is shown in an earlier state, or not at all. */
interface LateSource {
	name: string;
	reason: string;
	/** `As it was on 7 November 2026, commit 1a2b3c4d5e` */
	shown: string;
}

export function aboutView(store: Store): AboutView {
	const { upstream, counts, tables, archive } = storeFacts(store);
	const sources = [
		...Object.entries(tables).map(([name, facts]) => [`Table ${name}`, facts] as const),
		...Object.entries(archive).map(([name, facts]) => [`Pages of ${name}`, facts] as const),
	];
	const refused = sources.reduce((sum, [, facts]) => sum + facts.refused, 0);
	return {
		page: {
			title: 'About',
			description:
				'What this mirror of thesession.org is, how old its data is, and what is missing.',
			address: addresses.about(),
			original: null,
			section: null,
			trail: [],
			about: null,
		},
		upstream: [
			commitOf('TheSession-data', upstream.data),
			commitOf('TheSession-archive', upstream.archive),
		],
		counts: Object.entries(counts).map(([name, count]) => ({
			name,
			count: formatNumber(Number(count)),
		})),
		late: sources
			.filter(([, facts]) => facts.state !== 'current')
			.map(([name, facts]) => ({
				name,
				reason: facts.reason ?? facts.state,
				shown: shownOf(facts),
			})),
		refused: formatNumber(refused),
	};
}

function shownOf({ state, whole, commit }: TableFacts): string {
	if (state === 'missing') return 'Not shown at all';
	if (whole) return `As it was on ${longDate(whole.date)}, commit ${whole.commit.slice(0, SHORT)}`;
	return `As it was at commit ${commit.slice(0, SHORT)}`;
}

function commitOf(name: string, { commit, date }: UpstreamFacts): AboutView['upstream'][number] {
	return { name, commit: commit.slice(0, SHORT), date: longDate(date) };
}

/** Characters of a commit hash: enough to find it. */
const SHORT = 10;

import * as addresses from '../domain/addresses.ts';
import { longDate } from '../domain/dates.ts';
import { storeFacts, type UpstreamFacts } from '../store/facts.ts';
import type { Store } from '../store/open.ts';
import { formatNumber, type PageView } from './page.ts';

/** Everything the page about the mirror shows. */
export interface AboutView {
	page: PageView;
	/** The two upstream repositories: what they are called, at which commit, of which day. */
	upstream: { name: string; commit: string; date: string }[];
	/** What is in the store, by name. */
	counts: { name: string; count: string }[];
	/** Tables that are not this week's, with the reason. */
	late: { name: string; reason: string }[];
	/** Rows and pages that could not be read. */
	refused: string;
}

export function aboutView(store: Store): AboutView {
	const { upstream, counts, tables, archive } = storeFacts(store);
	const sources = [...Object.entries(tables), ...Object.entries(archive)];
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
			.map(([name, facts]) => ({ name, reason: facts.reason ?? facts.state })),
		refused: formatNumber(refused),
	};
}

function commitOf(name: string, { commit, date }: UpstreamFacts): AboutView['upstream'][number] {
	return { name, commit: commit.slice(0, 10), date: longDate(date.replace('T', ' ')) };
}

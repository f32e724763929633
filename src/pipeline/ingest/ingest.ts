import { mkdirSync } from 'node:fs';
import type { Kind } from '../../core/kinds.ts';
import type { StoreFacts } from '../../store/facts.ts';
import type { LeftOut } from '../left-out.ts';
import type { Progress } from '../../cli/progress.ts';
import type { Upstream } from '../sync/repository.ts';
import { allDone } from './all-done.ts';
import { openPages } from './archive/page-table.ts';
import { listPages, readArchive, type Ignored, type SectionState } from './archive/read-archive.ts';
import { assemble } from './assemble/assemble.ts';
import { changesSince, type Change } from './changes.ts';
import type { SiteRoot } from './assemble/links.ts';
import { groupRefused, type RefusedGroup } from './assemble/refused.ts';
import { drawAll, type DrawnSettings } from './drawings/draw-all.ts';
import { warnOfMissingColumns } from './csv/missing-columns.ts';
import { openTables, readTables, type TableState } from './csv/read-tables.ts';
import { CSV_TABLES } from './csv/tables.ts';
import { writeFacts } from './facts.ts';
import { sourceIds } from './guard/source-ids.ts';
import { tellSources } from './guard/tell-sources.ts';
import type { SuppressResult } from './suppress/suppress.ts';
import type { SuppressList } from './suppress/suppress-list.ts';
import { warnOfSuppression } from './suppress/warn.ts';
import { lastFacts } from './last-whole.ts';

export interface IngestOptions {
	work: string;
	upstream: Upstream;
	kinds: readonly Kind[];
	/** Threads that parse the archive and draw settings. */
	jobs: number;
	acceptShrink: boolean;
	/** Go on although a kind has neither rows nor pages, nor a last good version. */
	allowDegraded: boolean;
	/** What to leave out of the store for good; nothing when absent. */
	suppress?: SuppressList;
	/** Where the mirror is published; full links to it in comments become internal. */
	root?: SiteRoot;
	progress: (label: string) => Progress;
}

export interface IngestResult {
	facts: StoreFacts;
	tables: TableState[];
	sections: SectionState[];
	ignored: Ignored;
	drawn: Omit<DrawnSettings, 'leftOut'>;
	/** By table, since the store that this one replaces. */
	changes: Record<string, Change>;
	refused: RefusedGroup[];
	/** Fields that were not understood, settings without a staff, files of the archive that are not pages. */
	leftOut: LeftOut[];
	/** What `suppress.json` removed; absent when it asks for nothing. */
	suppressed?: SuppressResult;
}

/**
 * Reads both repositories at their commits and writes a new store: first CSV tables and archive pages in
 * parallel, then joins them and draws settings. Only tables and pages whose blob is new are read.
 *
 * @throws MirrorError when a kind is missing and has no last good version; the old store stays
 */
export async function ingest(options: IngestOptions): Promise<IngestResult> {
	mkdirSync(options.work, { recursive: true });
	using tables = openTables(options.work);
	using pages = openPages(options.work);
	const { data, archive } = options.upstream;
	const date = data.date > archive.date ? data.date : archive.date;
	const listing = await listPages(archive);
	const sources = sourceIds(tables, pages, listing.places);
	const reading = readTables(tables, {
		repository: data,
		tables: CSV_TABLES.filter((table) => options.kinds.includes(table.kind)),
		date,
		pages: sources.ofPages,
		acceptShrink: options.acceptShrink,
		progress: (table) => options.progress(`ingest csv/${table}`),
	});
	const [tableStates, sectionStates] = await allDone([
		reading,
		readArchive(pages, {
			repository: archive,
			listing,
			date,
			rows: async (kind) => {
				await reading;
				return sources.ofRows(kind);
			},
			kinds: options.kinds,
			jobs: options.jobs,
			acceptShrink: options.acceptShrink,
			progress: options.progress('ingest archive'),
		}),
	]);
	warnOfMissingColumns(tableStates);
	tellSources(tableStates, sectionStates, options.kinds, options.allowDegraded);
	const joining = options.progress('ingest joining');
	let step = 0;
	const store = assemble({
		work: options.work,
		tables,
		pages,
		kinds: options.kinds,
		...(options.suppress && { suppress: options.suppress }),
		...(options.root && { root: options.root }),
		onStep: (name) => joining.update(step++, undefined, name),
	});
	joining.end();
	if (store.suppressed) warnOfSuppression(store.suppressed);
	const { work, jobs } = options;
	const progress = options.progress('ingest drawing');
	const { leftOut: undrawn, ...drawn } = await drawAll({
		work,
		store: store.database,
		jobs,
		progress,
	});
	const facts = writeFacts(
		store.database,
		options.kinds,
		options.upstream,
		tableStates,
		sectionStates,
		lastFacts(work),
	);
	store.commit();
	const changes = changesSince(options.work, store.database);
	const refused = groupRefused(store.database);
	store.publish();
	return {
		facts,
		tables: tableStates,
		sections: sectionStates,
		ignored: listing.ignored,
		drawn,
		changes,
		refused,
		leftOut: [
			...tableStates.flatMap(({ noted }) => noted),
			...listing.ignored.leftAlone,
			...undrawn,
		],
		...(store.suppressed && { suppressed: store.suppressed }),
	};
}

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ingest, type IngestOptions, type IngestResult } from '../../src/pipeline/ingest/ingest.ts';
import { silent } from '../../src/cli/progress.ts';
import { KINDS } from '../../src/core/kinds.ts';
import { runEntry } from '../pipeline/run.ts';
import { commit, git } from '../pipeline/sync/commit.ts';
import type { Placed } from './oddity.ts';
import { Site, Stored } from './site.ts';
import { baseUpstream, type Upstream } from './upstream.ts';

/** When the first week was published, and how far weeks lie apart, in seconds. */
const FIRST_WEEK = 1_780_000_000;
const WEEK = 604_800;

/** A folder with two real repositories, and the work and site of their mirror. */
export class Place {
	readonly folder: string;
	#week = 0;

	constructor(folder: string) {
		this.folder = folder;
		mkdirSync(folder, { recursive: true });
	}

	/** Commits a week of both repositories. */
	publish(upstream: Upstream): void {
		const at = { orphan: true, seconds: FIRST_WEEK + this.#week++ * WEEK };
		commit(this.#path('data.git'), upstream.dataFiles(), at);
		commit(this.#path('archive.git'), upstream.archiveFiles(), at);
	}

	/** Runs `npm run mirror` on what was published, into this place or another. */
	async mirror(args: string[] = [], at: { work?: string; folder?: string } = {}): Promise<Site> {
		const where = { work: this.#path('work'), folder: this.#path('dist'), ...at };
		const run = await runEntry('mirror.ts', args, {
			MIRROR_DATA_URL: `file://${this.#path('data.git')}`,
			MIRROR_ARCHIVE_URL: `file://${this.#path('archive.git')}`,
			MIRROR_WORK: where.work,
			MIRROR_OUT: where.folder,
			MIRROR_API: 'all',
			MIRROR_PACKS: 'all',
		});
		return new Site(where, run);
	}

	/** Ingests what was published, in this process. */
	async ingest(
		options: Partial<IngestOptions> = {},
	): Promise<{ stored: Stored; result: IngestResult }> {
		const date = new Date((FIRST_WEEK + (this.#week - 1) * WEEK) * 1000).toISOString();
		const repository = (name: string): IngestOptions['upstream']['data'] => ({
			url: `file://${this.#path(name)}`,
			path: this.#path(name),
			commit: commitOf(this.#path(name)),
			date: `${date.slice(0, 19)}Z`,
			fetched: 'updated',
		});
		const result = await ingest({
			work: this.#path('work'),
			upstream: { data: repository('data.git'), archive: repository('archive.git') },
			kinds: KINDS,
			jobs: 1,
			acceptShrink: false,
			allowDegraded: false,
			progress: () => silent,
			...options,
		});
		return { stored: new Stored(this.#path('work')), result };
	}

	#path(name: string): string {
		return path.join(this.folder, name);
	}
}

/** What became of oddities that were put into one upstream. */
export interface Run<Result> {
	/** As it was in the last week. */
	upstream: Upstream;
	result: Result;
}

/** Puts oddities into one upstream and runs the whole mirror on it, week after week. */
export async function runWhole(folder: string, placed: readonly Placed[]): Promise<Run<Site>> {
	const place = new Place(folder);
	const weeks = weeksOf(placed);
	let site: Site | undefined;
	for (const upstream of weeks) {
		place.publish(upstream());
		site = await place.mirror(['--jobs', '1']);
		if (site.code !== 0) break;
	}
	if (!site) throw new Error('No week was published.');
	return { upstream: upstreamOf(placed), result: site };
}

/** The same by ingest alone. */
export async function runIngest(folder: string, placed: readonly Placed[]): Promise<Run<Stored>> {
	const place = new Place(folder);
	let stored: Stored | undefined;
	for (const upstream of weeksOf(placed)) {
		place.publish(upstream());
		({ stored } = await place.ingest());
	}
	if (!stored) throw new Error('No week was published.');
	return { upstream: upstreamOf(placed), result: stored };
}

/** The upstreams of the weeks, each made when it is asked for. */
function weeksOf(placed: readonly Placed[]): (() => Upstream)[] {
	const later = Math.max(0, ...placed.map(({ oddity }) => oddity.next?.length ?? 0));
	return Array.from({ length: later + 1 }, (_, week) => () => upstreamOf(placed, week));
}

function upstreamOf(placed: readonly Placed[], week = Infinity): Upstream {
	const upstream = baseUpstream(placed[0]?.oddity.base);
	for (const { oddity, id } of placed) oddity.change(upstream, id);
	for (const { oddity, id } of placed)
		for (const change of oddity.next?.slice(0, week) ?? []) change(upstream, id);
	return upstream;
}

function commitOf(repository: string): string {
	if (!existsSync(repository)) throw new Error(`Nothing is published in ${repository}.`);
	return git('-C', repository, 'rev-parse', 'main');
}

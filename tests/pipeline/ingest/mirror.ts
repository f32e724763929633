import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KINDS } from '../../../src/core/kinds.ts';
import { openStore, storePath, type Store } from '../../../src/store/open.ts';
import {
	ingest,
	type IngestOptions,
	type IngestResult,
} from '../../../src/pipeline/ingest/ingest.ts';
import { silent } from '../../../src/cli/progress.ts';
import type { Upstream } from '../../../src/pipeline/sync/repository.ts';
import { commit, temporaryFolder } from '../sync/upstream.ts';
import { onTestFinished } from 'vitest';

/** Files of a repository; one that is null is left out. */
export type Files = Record<string, string | Buffer | null>;

/** Two real upstream repositories that get a commit a week, and a work folder to ingest them into. */
export class TestMirror {
	readonly root = temporaryFolder();
	readonly work = path.join(this.root, 'work');
	#week = 0;

	/** Commits both repositories as they are to be this week. */
	publish(data: Files, archive: Files): Upstream {
		const date = new Date(1_780_000_000_000 + this.#week * 604_800_000);
		this.#week++;
		const repository = (name: string, files: Files) => {
			const folder = path.join(this.root, `${name}.git`);
			const present = Object.entries(files).filter((file) => file[1] !== null);
			const id = commit(folder, Object.fromEntries(present) as Record<string, string | Buffer>, {
				orphan: true,
				seconds: date.getTime() / 1000,
			});
			return {
				url: `file://${folder}`,
				path: folder,
				commit: id,
				date: `${date.toISOString().slice(0, 19)}Z`,
				fetched: 'updated' as const,
			};
		};
		return { data: repository('data', data), archive: repository('archive', archive) };
	}

	/** Publishes and ingests. */
	async week(
		data: Files,
		archive: Files,
		options: Partial<IngestOptions> = {},
	): Promise<IngestResult> {
		return this.ingest(this.publish(data, archive), options);
	}

	async ingest(upstream: Upstream, options: Partial<IngestOptions> = {}): Promise<IngestResult> {
		return ingest({
			work: this.work,
			upstream,
			kinds: KINDS,
			jobs: 1,
			acceptShrink: false,
			allowDegraded: false,
			progress: () => silent,
			...options,
		});
	}

	/** The store that stands now; closed when the test ends. */
	store(): Store {
		const store = openStore(storePath(this.work));
		onTestFinished(store.close);
		return store;
	}

	/** Rows of a query on the store. */
	rows<T = Record<string, unknown>>(query: string, ...values: (string | number)[]): T[] {
		return plain(
			this.store()
				.database.prepare(query)
				.all(...values),
		) as T[];
	}

	/** Every table of the store but the facts, row for row. */
	dump(): Record<string, unknown[]> {
		return dump(storePath(this.work));
	}
}

function dump(file: string): Record<string, unknown[]> {
	using database = new DatabaseSync(file, { readOnly: true });
	const tables = database
		.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
		.all()
		.map((row) => String(row['name']));
	return Object.fromEntries(
		tables.map((name) => [name, plain(database.prepare(`SELECT * FROM ${name}`).all())]),
	);
}

/** SQLite hands out objects without a prototype, which compare unequal to plain ones. */
export function plain(rows: unknown[]): unknown[] {
	return rows.map((row) => ({ ...(row as object) }));
}

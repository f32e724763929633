import { readFileSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Kind } from '../../../core/kinds.ts';
import { storePath } from '../../../store/open.ts';
import type { Assembly } from './assembly.ts';
import { writeComments } from './comments.ts';
import { cutDangling } from './dangling.ts';
import { resolveLinks, type SiteRoot } from './links.ts';
import { writeNearby } from './nearby.ts';
import { People } from './people.ts';
import { writeEvents, writeSessions } from './places.ts';
import { writeRelatedRecordings } from './related-recordings.ts';
import { writeRecordings } from './recordings.ts';
import { copyRefused, refuser } from './refused.ts';
import { suppress, type SuppressResult } from '../suppress/suppress.ts';
import { NOTHING_SUPPRESSED, type SuppressList } from '../suppress/suppress-list.ts';
import { writeSets } from './sets.ts';
import { refuseLostPopularity, writeAliases, writeTunes } from './tunes.ts';

export interface AssembleOptions {
	work: string;
	tables: DatabaseSync;
	pages: DatabaseSync;
	/** Only these sections; a link into another becomes plain text. */
	kinds: readonly Kind[];
	/** What to leave out, with everything that depends on it. */
	suppress?: SuppressList;
	/** Where the mirror is published; full links to it become internal. */
	root?: SiteRoot;
	/** Called between steps with the name of the next. */
	onStep: (step: string) => void;
}

/**
 * Joins the CSV rows and the archive's pages into a new store beside the old one. The caller adds its
 * facts and then publishes it.
 */
export function assemble(options: AssembleOptions): NewStore {
	const file = `${storePath(options.work)}.next`;
	const store = createStore(file);
	const { tables, pages, kinds, onStep } = options;
	const assembly: Assembly = { tables, pages, store, people: new People(), refuse: refuser(store) };
	const step = (name: string, kind: Kind | undefined, work: () => void): void => {
		if (kind && !kinds.includes(kind)) return;
		onStep(name);
		work();
	};
	step('tunes', 'tunes', () => writeTunes(assembly));
	step('aliases', 'tunes', () => writeAliases(assembly));
	step('popularity', 'tunes', () => refuseLostPopularity(assembly));
	step('recordings', 'recordings', () => writeRecordings(assembly));
	step('sessions', 'sessions', () => writeSessions(assembly));
	step('events', 'events', () => writeEvents(assembly));
	step('sets', 'tunes', () => writeSets(assembly));
	step('comments', undefined, () => writeComments(assembly, kinds));
	step('members', undefined, () => assembly.people.write(store));
	let suppressed: SuppressResult | undefined;
	step('suppression', undefined, () => {
		suppressed = suppress(assembly, options.suppress ?? NOTHING_SUPPRESSED, kinds);
	});
	step('member counts', undefined, () => store.exec(sql('members.sql')));
	step('links', undefined, () => resolveLinks(assembly, options.root));
	step('nearby', 'sessions', () => writeNearby(store));
	step('references', undefined, () => cutDangling(assembly));
	step('cross references', undefined, () => {
		store.exec(sql('derived.sql'));
		writeRelatedRecordings(store);
	});
	step('refused rows', undefined, () => copyRefused(assembly, kinds));
	return {
		database: store,
		suppressed,
		commit: () => store.exec('COMMIT; ANALYZE;'),
		publish: () => publish(store, file, storePath(options.work)),
	};
}

export interface NewStore {
	database: DatabaseSync;
	/** What `suppress.json` removed; undefined when it asks for nothing. */
	suppressed: SuppressResult | undefined;
	/** Ends the writing. */
	commit: () => void;
	/** Checks the whole store, closes it and replaces the old one with it. */
	publish: () => void;
}

function createStore(file: string): DatabaseSync {
	for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
	// Foreign keys are checked once at the end. Rolling back one thing's rows needs a journal, which leaves
	// out pages that are new to the file.
	const store = new DatabaseSync(file, { enableForeignKeyConstraints: false });
	store.exec(
		'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;',
	);
	store.exec(sql('../../../store/schema.sql'));
	store.exec('BEGIN');
	return store;
}

function publish(store: DatabaseSync, file: string, place: string): void {
	const broken = store.prepare('PRAGMA foreign_key_check').all();
	if (broken.length > 0) {
		const tables = [...new Set(broken.map((row) => `${row['table']} → ${row['parent']}`))];
		throw new Error(
			`The joined store has ${broken.length} dangling references: ${tables.join(', ')}`,
		);
	}
	store.close();
	renameSync(file, place);
}

function sql(name: string): string {
	return readFileSync(new URL(name, import.meta.url), 'utf8');
}

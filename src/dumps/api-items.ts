import { readFileSync } from 'node:fs';
import path from 'node:path';
import { thingItem } from '../api/things.ts';
import type { Kind } from '../core/kinds.ts';
import type { Store } from '../store/open.ts';
import type { Written } from './dump-file.ts';
import { batches } from './rows.ts';
import { TABLES } from '../store/tables.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../api/schemas');

/** Everything of a kind as the API answers it, with comments: one item per line, by id. */
export function* apiItemsOf(store: Store, kind: Kind): Generator<Written> {
	const ids = store.database
		.prepare(`SELECT id FROM ${TABLES[kind]} ORDER BY id`)
		.iterate() as Iterable<unknown> as Iterable<{ id: number }>;
	for (const batch of batches(ids)) {
		const items = batch
			.map(({ id }) => thingItem(store, { kind, id }))
			.filter((item) => item !== undefined);
		yield {
			text: items.map((item) => `${JSON.stringify(item)}\n`).join(''),
			rows: items.length,
		};
	}
}

/** The JSON Schemas of these items, one in `$defs` for each: tune, recording … */
export function apiSchema(): object {
	const names = ['common', 'tune', 'recording', 'session', 'event', 'discussion'];
	const read = (name: string): unknown =>
		JSON.parse(readFileSync(path.join(SCHEMAS, `${name}.json`), 'utf8'));
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: 'api.schema.json',
		title: 'The items of the API, by kind',
		$defs: Object.fromEntries(names.map((name) => [name, read(name)])),
	};
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nameTables } from '../../../core/addresses.ts';
import { listsOf } from '../../../search/names/word-table.ts';
import { nameFile, POPULAR, type NameTable } from '../../../search/names/name-table.ts';
import type { SiteCheck } from '../base/check.ts';
import { countRows } from '../steps/store-rows.ts';

/** The name tables contain every name in the store, each once. */
export const names: SiteCheck = {
	name: 'names',
	todo: 'Write the tables again: `npm run mirror -- --from index`.',
	check({ folder, store }, report) {
		if (!existsSync(path.join(folder, nameTables()))) return;
		const rows = countRows(store);
		const popular = fileOf(POPULAR);
		const others = fileOf('tunes');
		const tables = {
			tunes: [popular, others],
			recordings: [fileOf('recordings')],
			artists: [fileOf('artists')],
			sessions: [fileOf('sessions')],
		};
		for (const [kind, files] of Object.entries(tables)) {
			const missing = files.find((file) => !existsSync(path.join(folder, file)));
			if (missing !== undefined) {
				report(missing, 'is missing');
				continue;
			}
			const found = files.map((file) => countNames(path.join(folder, file)));
			const inAll = (of: 'things' | 'names') => found.reduce((sum, table) => sum + table[of], 0);
			const things = rows[kind as keyof typeof tables];
			const aliases = kind === 'tunes' ? rows.aliases : 0;
			if (inAll('things') !== things || inAll('names') !== things + aliases) {
				report(
					files.join(' and '),
					`${inAll('names')} names of ${inAll('things')} ${kind}; the store has ${things + aliases} of ${things}`,
				);
			}
		}
	},
};

function fileOf(table: Parameters<typeof nameFile>[0]): string {
	return `${nameTables().slice(1)}${nameFile(table)}`;
}

function countNames(file: string): { things: number; names: number } {
	const lists = listsOf((JSON.parse(readFileSync(file, 'utf8')) as NameTable).names);
	return { things: lists.length, names: lists.reduce((sum, list) => sum + list.length, 0) };
}

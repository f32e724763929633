import { announce } from '../../../cli/output.ts';
import type { TableState } from './read-tables.ts';
import { CSV_TABLES } from './tables.ts';

/** Columns that some versions of upstream routinely lack. */
const USUAL = new Set(['tunes.composer']);

/** Warns of columns that a table lacks and the site can do without. */
export function warnOfMissingColumns(tables: readonly TableState[]): void {
	for (const { name, missing } of tables) {
		const unusual = missing.filter((column) => !USUAL.has(`${name}.${column}`));
		if (unusual.length === 0) continue;
		const file = CSV_TABLES.find((table) => table.name === name)?.file ?? name;
		announce(
			'warning',
			`${file}: its header lacks ${unusual.join(', ')}. The site goes on without.`,
		);
	}
}

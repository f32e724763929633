import type { World } from '../world.ts';
import { TABLES } from './tables.ts';

/** The first rows of the table of tunes as JSON; nothing reads more of it. */
export function tuneRowsAsJson(world: World): string {
	const objects: Record<string, string>[] = [];
	const [tunes] = TABLES;
	const columns = tunes?.columns.split(',') ?? [];
	for (const row of tunes?.rows(world) ?? []) {
		objects.push(Object.fromEntries(columns.map((column, n) => [column, String(row[n])])));
		if (objects.length === 5) break;
	}
	return `${JSON.stringify(objects, null, '\t')}\n`;
}

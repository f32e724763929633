import { TALK_TABLES } from './tables-comments.ts';
import { TUNE_TABLES } from './tables-tunes.ts';
import { PLACE_TABLES } from './tables-places.ts';
import { RECORDING_TABLES } from './tables-recordings.ts';
import type { DumpTable } from './table.ts';

/** Everything that is dumped; the order is that of the files. */
export const DUMP_TABLES: readonly DumpTable[] = [
	...TUNE_TABLES,
	...RECORDING_TABLES,
	...PLACE_TABLES,
	...TALK_TABLES,
];

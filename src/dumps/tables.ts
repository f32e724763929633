import { COMMENT_TABLES } from './tables-comments.ts';
import { TUNE_TABLES } from './tables-tunes.ts';
import { PLACE_TABLES } from './tables-places.ts';
import { RECORDING_TABLES } from './tables-recordings.ts';
import type { DumpTable } from './table.ts';

/** All tables of a dump, in the order of the files. */
export const DUMP_TABLES: readonly DumpTable[] = [
	...TUNE_TABLES,
	...RECORDING_TABLES,
	...PLACE_TABLES,
	...COMMENT_TABLES,
];

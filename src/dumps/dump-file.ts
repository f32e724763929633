/** A piece of a file, and how many rows it ends. */
export interface Written {
	text: string;
	rows: number;
}

export type DumpFormat = 'sqlite' | 'ndjson' | 'csv' | 'abc' | 'api';

/** Every form that a dump may have. */
export const DUMP_FORMATS: readonly DumpFormat[] = ['sqlite', 'ndjson', 'csv', 'abc', 'api'];

/** Those it has unless others are asked for: the items of the API tell all of it once more. */
export const USUAL_FORMATS: readonly DumpFormat[] = ['sqlite', 'ndjson', 'csv', 'abc'];

/** A file of a dump, as the manifest has it. */
export interface DumpFile {
	/** Flat, as a release has it: `tunes.csv.gz`. */
	name: string;
	format: DumpFormat | 'schema' | 'licence';
	/** What it holds, for a person. */
	about: string;
	/** How many rows, lines or tunes; of the SQLite file, of all its tables. */
	rows?: number;
	bytes: number;
	sha256: string;
}

/** A piece of a file, and how many rows it ends. */
export interface Written {
	text: string;
	rows: number;
}

export type DumpFormat = 'sqlite' | 'ndjson' | 'csv' | 'abc';

/** Every form that a dump has, in the order of the files. */
export const DUMP_FORMATS: readonly DumpFormat[] = ['sqlite', 'ndjson', 'csv', 'abc'];

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

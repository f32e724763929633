/** A piece of a file, and how many rows end in it. */
export interface Written {
	text: string;
	rows: number;
}

export type DumpFormat = 'sqlite' | 'ndjson' | 'csv' | 'abc' | 'api';

/** Every format that a dump can have. */
export const DUMP_FORMATS: readonly DumpFormat[] = ['sqlite', 'ndjson', 'csv', 'abc', 'api'];

/** The default formats, without the items of the API, which repeat everything. */
export const USUAL_FORMATS: readonly DumpFormat[] = ['sqlite', 'ndjson', 'csv', 'abc'];

/** A file of a dump, as listed in the manifest. */
export interface DumpFile {
	/** Without folders, as in a release: `tunes.csv.gz`. */
	name: string;
	format: DumpFormat | 'schema' | 'licence';
	/** A description for people. */
	about: string;
	/** How many rows, lines or tunes; for the SQLite file, the total of all its tables. */
	rows?: number;
	bytes: number;
	sha256: string;
}

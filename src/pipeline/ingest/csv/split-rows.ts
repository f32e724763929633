import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** One row of a file, or as much of it as could be read. */
export interface CsvRecord {
	fields: string[];
	/** Why its fields cannot be trusted. */
	damage?: string;
}

/** The fields of well-formed rows; undefined when a quote is out of place. */
export function strictly(text: string, delimiter: string): string[][] | undefined {
	try {
		return parse(text, {
			delimiter,
			record_delimiter: '\n',
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
		});
	} catch (error) {
		if (error instanceof CsvError) return undefined;
		throw error;
	}
}

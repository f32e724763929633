export type Row = readonly (string | number)[];

/** One line of CSV; a field is quoted where it has to be. */
export function csvLine(row: Row): string {
	return `${row.map(csvField).join(',')}\n`;
}

function csvField(value: string | number): string {
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

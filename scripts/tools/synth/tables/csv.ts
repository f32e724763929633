export type Row = readonly (string | number)[];

/** One line of CSV; fields are quoted where necessary. */
export function csvLine(row: Row): string {
	return `${row.map(csvField).join(',')}\n`;
}

function csvField(value: string | number): string {
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

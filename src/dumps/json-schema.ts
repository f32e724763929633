import { NOTICE } from './licence.ts';
import type { DumpColumn, DumpTable } from './table.ts';

const DATE = '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$';

/** The type of a value in NDJSON, where it is known. */
const TYPED: Record<DumpColumn['type'], object> = {
	integer: { type: 'integer' },
	real: { type: 'number' },
	text: { type: 'string' },
	date: { type: 'string', pattern: DATE },
	list: { type: 'array', items: { type: 'string' } },
};

/** The pattern of a value in CSV, where everything is text. */
const PATTERNS: Partial<Record<DumpColumn['type'], string>> = {
	integer: '^-?\\d+$',
	real: '^-?\\d+(\\.\\d+)?(e-?\\d+)?$',
	date: DATE,
	list: '^\\[.*\\]$',
};

/**
 * The JSON Schema of a table: for a line of NDJSON, and under `$defs/csv` for a line of CSV as an object of
 * texts.
 */
export function jsonSchema({ name, about, columns, key }: DumpTable): object {
	const shape = (valueOf: (column: DumpColumn) => object): object => ({
		type: 'object',
		properties: Object.fromEntries(columns.map((column) => [column.name, valueOf(column)])),
		required: columns.map((column) => column.name),
		additionalProperties: false,
	});
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: `${name}.schema.json`,
		title: about,
		description: `One row of ${name}; told apart by ${key.join(', ')}.`,
		$comment: `${NOTICE.attribution} ${NOTICE.licence}. ${NOTICE.unofficial} ${NOTICE.reservation}`,
		$ref: '#/$defs/ndjson',
		$defs: { ndjson: shape(typed), csv: shape(written) },
	};
}

function typed({ type, nullable, about }: DumpColumn): object {
	return {
		description: about,
		...(nullable ? { anyOf: [TYPED[type], { type: 'null' }] } : TYPED[type]),
	};
}

function written({ type, nullable, about }: DumpColumn): object {
	const pattern = PATTERNS[type];
	return {
		description: about,
		type: 'string',
		...(pattern !== undefined && { pattern: nullable ? `^$|${pattern}` : pattern }),
	};
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats, { type FormatsPlugin } from 'ajv-formats';
import { expect } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../src/api/schemas');

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
// Its types say that the default export is the plugin; Node hands out the module.
(formats as unknown as { default: FormatsPlugin }).default(ajv);
const schemas = new Map<string, Schema>();
for (const file of readdirSync(FOLDER)) {
	const schema = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Schema;
	schemas.set(file, schema);
	ajv.addSchema(schema, file);
}

interface Schema {
	$ref?: string;
	$defs?: Record<string, Schema>;
	properties?: Record<string, Schema>;
	items?: Schema;
	anyOf?: Schema[];
}

/**
 * Expects what a client would read to be as the schema says, its keys in the schema's order too, here
 * and in all it holds.
 */
export function expectShape(text: string, name: string): void {
	const value: unknown = JSON.parse(text);
	const validate = ajv.getSchema(`${name}.json`);
	if (!validate) throw new Error(`There is no schema ${name}.`);
	void validate(value);
	expect(validate.errors ?? [], `${name}: ${text.slice(0, 200)}`).toEqual([]);
	expectOrder(value, { $ref: `${name}.json` }, name);
}

function expectOrder(value: unknown, schema: Schema, where: string): void {
	const found = resolve(schema);
	if (Array.isArray(value)) {
		const { items } = found;
		if (items) for (const each of value) expectOrder(each, items, `${where}[]`);
		return;
	}
	if (typeof value !== 'object' || value === null || !found.properties) return;
	const keys = Object.keys(value);
	const known = Object.keys(found.properties).filter((key) => keys.includes(key));
	expect(
		keys.filter((key) => known.includes(key)),
		`order of ${where}`,
	).toEqual(known);
	for (const [key, each] of Object.entries(value)) {
		const inner = found.properties[key];
		if (inner) expectOrder(each, inner, `${where}.${key}`);
	}
}

function resolve(schema: Schema): Schema {
	if (schema.$ref) {
		const [file = '', inside] = schema.$ref.split('#/$defs/');
		const found = inside === undefined ? schemas.get(file) : schemas.get(file)?.$defs?.[inside];
		if (!found) throw new Error(`There is no schema ${schema.$ref}.`);
		return resolve(found);
	}
	return schema.anyOf?.find(({ properties, $ref }) => properties ?? $ref) ?? schema;
}

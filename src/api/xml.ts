/**
 * An API document as XML: the root is `<document>`, each key becomes an element, each list entry an element
 * named in the singular. Null becomes an empty element; characters that XML 1.0 cannot contain are left out.
 */
export function toXml(document: object): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<document>${members(document)}</document>\n`;
}

const SINGULAR: Record<string, string> = { aliases: 'alias', schedule: 'time' };

function members(object: object): string {
	let xml = '';
	for (const key in object) xml += element(key, (object as Record<string, unknown>)[key]);
	return xml;
}

function element(name: string, value: unknown): string {
	let xml = `<${name}>`;
	if (Array.isArray(value)) {
		const one = SINGULAR[name] ?? name.replace(/s$/, '');
		for (const each of value) xml += element(one, each);
	} else xml += content(value);
	return `${xml}</${name}>`;
}

function content(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return escape(value);
	if (typeof value !== 'object') return String(value);
	return JSON.isRawJSON(value) ? (value as { rawJSON: string }).rawJSON : members(value);
}

function escape(text: string): string {
	const plain = text.isWellFormed() ? text : text.replaceAll(/\p{Surrogate}/gu, '');
	return SPECIAL.test(plain) ? plain.replaceAll(ALL, (each) => ENTITIES[each] ?? '') : plain;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// eslint-disable-next-line no-control-regex
const SPECIAL = /[&<>\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/;
const ALL = new RegExp(SPECIAL, 'g');

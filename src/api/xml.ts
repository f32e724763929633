import { escapeHtml } from '../domain/html.ts';

/**
 * A document of the API as XML: the root is `<document>`, each key an element, each thing of a list an
 * element named in the singular. Null is an empty element; what XML 1.0 cannot say is left out.
 */
export function toXml(document: object): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<document>${members(document)}</document>\n`;
}

const SINGULAR: Record<string, string> = { aliases: 'alias', schedule: 'time' };

function members(object: object): string {
	return Object.entries(object)
		.map(([key, value]) => element(key, value))
		.join('');
}

function element(name: string, value: unknown): string {
	if (Array.isArray(value)) {
		const one = SINGULAR[name] ?? name.replace(/s$/, '');
		return `<${name}>${value.map((each) => element(one, each)).join('')}</${name}>`;
	}
	return `<${name}>${content(value)}</${name}>`;
}

function content(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'object') {
		return escapeHtml(String(value).replaceAll(UNSAYABLE, '')).replaceAll('>', '&gt;');
	}
	return JSON.isRawJSON(value) ? (value as { rawJSON: string }).rawJSON : members(value);
}

// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF\p{Surrogate}]/gu;

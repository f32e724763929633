import { toXml } from '../../src/api/xml.ts';
import type { TwinOptions } from './twins.ts';

/** One file of the API. */
export interface Twin {
	/** The group that asked for it, `tunes`; its XML is `tunes (xml)`. */
	what: string;
	/** From the root, without the base path; also the file's name. */
	address: string;
	text: string;
}

export interface DocumentOptions extends TwinOptions {
	what: string;
}

/** A document as JSON, and as XML where that was chosen. */
export function* documentTwins(
	address: (form: 'json' | 'xml') => string,
	document: object,
	{ what, groups }: DocumentOptions,
): Generator<Twin> {
	yield { what, address: address('json'), text: JSON.stringify(document) };
	if (groups.includes('xml'))
		yield { what: `${what} (xml)`, address: address('xml'), text: toXml(asXml(document)) };
}

function asXml(document: object): object {
	return 'format' in document ? { ...document, format: 'xml' } : document;
}

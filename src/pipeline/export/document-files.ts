import type { SiteRoot } from '../../api/feeds.ts';
import type { ApiGroup } from '../../api/groups.ts';
import { toXml } from '../../api/xml.ts';

/** One file of the API. */
export interface ApiFile {
	/** The group it belongs to, `tunes`; its XML belongs to `tunes (xml)`. */
	what: string;
	/** From the root, without the base path; also the file's name. */
	address: string;
	text: string;
}

/** Which files to write, and the site's address. */
export interface FileOptions {
	groups: readonly ApiGroup[];
	/** Pages of a section's list; the usual number when omitted. */
	listPages?: number;
	root: SiteRoot;
}

export interface DocumentOptions extends FileOptions {
	what: string;
}

/** A document as JSON, and as XML if that was chosen. */
export function* documentFiles(
	address: (form: 'json' | 'xml') => string,
	document: object,
	{ what, groups }: DocumentOptions,
): Generator<ApiFile> {
	yield { what, address: address('json'), text: JSON.stringify(document) };
	if (groups.includes('xml'))
		yield { what: `${what} (xml)`, address: address('xml'), text: toXml(asXml(document)) };
}

function asXml(document: object): object {
	return 'format' in document ? { ...document, format: 'xml' } : document;
}

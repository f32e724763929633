/** The kind of a request, which decides who answers it. */
export type RequestKind =
	/** A page, by its address without the base path; the query is left to the page. */
	| { kind: 'page'; address: string }
	/** A file of the shell, or one of its parts loaded later. */
	| { kind: 'file' }
	/** The age of the data. */
	| { kind: 'facts' }
	| { kind: 'sound' }
	/** Stored by something else, or not at all. */
	| { kind: 'left' };

const FILE = /^(_astro\/|fonts\/|icons\/|mark\.svg$|app\.webmanifest$)/;

/** A page's address requested as data, which some hosts answer from the API. */
const AS_DATA = /^[^?#]*\?([^#]*&)?format=/;

/**
 * Classifies a request.
 *
 * @param root address of the site, with a trailing slash
 */
export function errandOf(
	request: Pick<Request, 'method' | 'url' | 'headers'>,
	root: string,
): RequestKind {
	const url = request.url.replace(/[?#].*$/, '');
	if (request.method !== 'GET' || !url.startsWith(root)) return { kind: 'left' };
	if (AS_DATA.test(request.url)) return { kind: 'left' };
	const path = url.slice(root.length);
	if (path.startsWith('sound/')) return { kind: 'sound' };
	if (request.headers.has('range')) return { kind: 'left' };
	if (path === 'build.json') return { kind: 'facts' };
	if (FILE.test(path)) return { kind: 'file' };
	const address = pageAddress(path);
	return address === undefined ? { kind: 'left' } : { kind: 'page', address };
}

/** `tunes/27` and `tunes/27.html` → `/tunes/27`; undefined for anything that is not a page. */
function pageAddress(path: string): string | undefined {
	const plain = path.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
	return /\.[^/]*$|^(pagefind|names|places|land|packs)\//.test(plain) ? undefined : `/${plain}`;
}

/** What a request is for, which decides who answers it. */
export type Errand =
	/** A page, by its address without the base path; its query is the page's own business. */
	| { kind: 'page'; address: string }
	/** A file of the shell or a part of it that is loaded later. */
	| { kind: 'file' }
	/** How old the data is. */
	| { kind: 'facts' }
	| { kind: 'sound' }
	/** Somebody else keeps it, or nobody. */
	| { kind: 'left' };

const FILE = /^(_astro\/|fonts\/|icons\/|mark\.svg$|app\.webmanifest$)/;

/** A page's address asked for as data, which hosts that can answer from the API. */
const AS_DATA = /^[^?#]*\?([^#]*&)?format=/;

/**
 * Sorts a request.
 *
 * @param root the site's, with a slash at its end
 */
export function errandOf(
	request: Pick<Request, 'method' | 'url' | 'headers'>,
	root: string,
): Errand {
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

/** `tunes/27` and `tunes/27.html` → `/tunes/27`; undefined for what is no page. */
function pageAddress(path: string): string | undefined {
	const plain = path.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
	return /\.[^/]*$|^(pagefind|names|places|land|packs)\//.test(plain) ? undefined : `/${plain}`;
}

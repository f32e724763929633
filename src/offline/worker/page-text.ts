import {
	withAssetHashes,
	fileWithHash,
	withoutAssetHashes,
	type AssetNames,
} from '../packs/asset-hashes.ts';

/**
 * A page in the form in which it is stored, without asset hashes; undefined when it names files of another
 * deploy.
 */
export function keptForm(html: string, names: AssetNames): string | undefined {
	const stable = withoutAssetHashes(html, names);
	return fileWithHash(stable) === undefined ? stable : undefined;
}

/** A stored page as a response, with the file names of the worker's own shell. */
export function pageResponse(html: string, names: AssetNames, status = 200): Response {
	return new Response(withAssetHashes(html, names), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
	});
}

/**
 * Whether the response to a request for `asked` is a page that may be stored: complete, found, HTML, and of
 * this address. Hosts redirect to a trailing slash where a page has its own folder; that is the same page.
 */
export function isPage(response: Response, asked: string): boolean {
	const { status, redirected, type, headers, url } = response;
	const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false;
	const isElsewhere = redirected && url !== `${asked}/`;
	return status === 200 && !isElsewhere && type === 'basic' && isHtml;
}

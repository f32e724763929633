import { dress, dressedFile, undress, type AssetNames } from '../packs/undressed-page.ts';

/** A page as it is kept: undressed; undefined when it names files of another deploy. */
export function keptForm(html: string, names: AssetNames): string | undefined {
	const undressed = undress(html, names);
	return dressedFile(undressed) === undefined ? undressed : undefined;
}

/** A kept page as a response, with the files of the worker's own shell. */
export function pageResponse(html: string, names: AssetNames, status = 200): Response {
	return new Response(dress(html, names), {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
	});
}

/** The page of a response that may be kept: whole, found, of this address and HTML. */
export function isPage({ status, redirected, type, headers }: Response): boolean {
	const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false;
	return status === 200 && !redirected && type === 'basic' && isHtml;
}

import { CATALOGUE, type Catalogue } from '../packs/catalogue.ts';
import { LibraryError } from './errors.ts';
import { openFiles, packUrl } from './files.ts';
import { staysOffline } from './settings.ts';

const PATIENCE_MS = 20_000;

/**
 * What the site offers now or, without a network, what it offered when last read.
 *
 * @param root address of the site, with a trailing slash
 * @throws LibraryError when neither is available, or the site has no packs
 */
export async function readCatalogue(root: string): Promise<Catalogue> {
	try {
		return await freshCatalogue(root);
	} catch (error) {
		const kept = await keptCatalogue(root);
		if (kept && !(error instanceof LibraryError && error.kind === 'gone')) return kept;
		throw error;
	}
}

/** The catalogue that was last read; undefined when there is none. */
export async function keptCatalogue(root: string): Promise<Catalogue | undefined> {
	const kept = await (await openFiles()).match(packUrl(root, CATALOGUE));
	return (await kept?.json()) as Catalogue | undefined;
}

/**
 * What the site offers now.
 *
 * @throws LibraryError when it cannot be fetched
 */
export async function freshCatalogue(root: string): Promise<Catalogue> {
	if (await staysOffline())
		throw new LibraryError(
			'network',
			'You chose to stay offline, and the list of packs is not read. Switch that off to read it.',
		);
	const url = packUrl(root, CATALOGUE);
	let response: Response;
	let text: string;
	try {
		response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
		text = await response.text();
	} catch (cause) {
		throw new LibraryError(
			'network',
			'The list of packs cannot be read: there is no connection. Try again when there is.',
			{ cause },
		);
	}
	if (response.status === 404)
		throw new LibraryError('gone', 'This site offers no packs to keep offline.');
	if (!response.ok)
		throw new LibraryError(
			'network',
			`The list of packs cannot be read: the site answered ${response.status}. Try again later.`,
		);
	const catalogue = readable(text);
	await (
		await openFiles()
	).put(url, new Response(text, { headers: { 'Content-Type': 'application/json' } }));
	return catalogue;
}

function readable(text: string): Catalogue {
	let catalogue: { format?: number };
	try {
		catalogue = JSON.parse(text) as { format?: number };
	} catch (cause) {
		// Some networks answer every request with a page of their own.
		throw new LibraryError(
			'network',
			'What came in the place of the list of packs is none: this network may want you to sign in first.',
			{ cause },
		);
	}
	if (catalogue.format !== 1)
		throw new LibraryError(
			'blocked',
			'The packs of this site are of a newer form. Reload the page and try again.',
		);
	return catalogue as Catalogue;
}

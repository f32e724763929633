import { buildFacts } from '../core/addresses.ts';

/**
 * Fetches a file of a live site, bypassing all caches in between.
 *
 * @param site address of its front page, ending with `/`
 * @param address `/build.json`
 * @returns undefined when there is none
 * @throws the error of the network, or an Error with the status
 */
export async function fetchLive(site: string, address: string): Promise<Buffer | undefined> {
	const url = new URL(address.replace(/^\//, ''), site);
	url.searchParams.set('now', String(Date.now()));
	const response = await fetch(url, {
		headers: { 'Cache-Control': 'no-cache' },
		signal: AbortSignal.timeout(60_000),
	});
	if (response.ok) return Buffer.from(await response.arrayBuffer());
	await response.body?.cancel();
	if (response.status === 404 || response.status === 410) return undefined;
	throw new Error(`${url.origin}${url.pathname} answers ${response.status}`);
}

/** The commits of upstream that a live site was built from; `none` if there is no site. */
export async function liveCommits(
	site: string,
): Promise<Record<'data' | 'archive', string> | 'none' | undefined> {
	const content = await fetchLive(site, buildFacts());
	return content === undefined ? 'none' : commitsIn(content.toString());
}

/** The commits in a `build.json`, or undefined if it is not valid. */
export function commitsIn(text: string): Record<'data' | 'archive', string> | undefined {
	try {
		const { upstream } = JSON.parse(text) as {
			upstream: Record<'data' | 'archive', { commit: string }>;
		};
		return { data: upstream.data.commit, archive: upstream.archive.commit };
	} catch {
		return undefined;
	}
}

/**
 * The site's address, worked out like in deploy.yml: MIRROR_SITE, or else where GitHub Pages puts the
 * repository; below MIRROR_BASE, or else at the root of MIRROR_SITE or where Pages says. Undefined where
 * neither is known.
 */
export function siteAddress(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const { MIRROR_SITE: site, MIRROR_BASE: base, GITHUB_REPOSITORY: repository } = env;
	const [owner, name] = (repository ?? '').toLowerCase().split('/');
	const host = owner && `${owner}.github.io`;
	const origin = site || (host && `https://${host}`);
	if (!origin) return undefined;
	const folder = base || (site || name === host ? '' : (name ?? ''));
	return new URL(`/${folder.replace(/^\/|\/$/g, '')}/`.replace('//', '/'), origin).href;
}

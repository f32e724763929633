import { withoutAssetHashes } from '../packs/asset-hashes.ts';
import { inCaches, keptAt, shellCache, shellCaches, toKeep } from './our-caches.ts';
import type { ShellFile, ShellList } from './shell-list.ts';

type Version = Pick<ShellList, 'version'>;

/** Digest of the stored file, so that the next shell can take over unchanged files. */
const DIGEST = 'x-digest';

/** A file that takes longer is left for later. */
const PATIENCE_MS = 10_000;

/** Number of simultaneous fetches: the reader's own requests go in between. */
const AT_ONCE = 4;

/**
 * Stores the missing files of a shell: those that another shell has are copied, the others are fetched and
 * must match the list. A file that is unavailable, slow or of another deploy is left out.
 *
 * @returns the addresses of those left out
 */
export async function keepFiles(
	list: Version,
	files: readonly ShellFile[],
	root: string,
): Promise<string[]> {
	const cache = await caches.open(shellCache(list));
	const others = (await shellCaches()).filter((name) => name !== shellCache(list));
	const missing: string[] = [];
	const waiting = [...files];
	const keepNext = async (): Promise<void> => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			const [address, digest] = file;
			const url = root + address.slice(1);
			try {
				if (await cache.match(url)) continue;
				await cache.put(url, await findFile(url, digest, others));
			} catch {
				missing.push(address);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
	return missing.sort();
}

/** @throws when it is unavailable or does not match */
async function findFile(url: string, digest: string, others: readonly string[]): Promise<Response> {
	const known = digest === '' ? undefined : await inCaches(url, others.toReversed());
	if (known?.headers.get(DIGEST) === digest) {
		return toKeep(await known.blob(), known.headers.get('content-type'), { [DIGEST]: digest });
	}
	const response = await fetch(url, {
		cache: 'no-cache',
		redirect: 'error',
		priority: 'low',
		signal: AbortSignal.timeout(PATIENCE_MS),
	});
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const body = await response.arrayBuffer();
	if (digest !== '' && (await digestOf(body)) !== digest) {
		throw new Error(`${url} is of another deploy.`);
	}
	return toKeep(body, response.headers.get('content-type'), { [DIGEST]: digest });
}

async function digestOf(body: ArrayBuffer): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 8);
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Deletes the shells that no open page can belong to: all but the list's own and the previously active one.
 *
 * @param before its version; when unknown, the most recently created shell stays
 */
export async function dropOldShells(list: Version, before: string | undefined): Promise<void> {
	const others = (await shellCaches()).filter((name) => name !== shellCache(list));
	const known = before === undefined ? undefined : shellCache({ version: before });
	const last = others.find((name) => name === known) ?? others.at(-1);
	for (const name of others) if (name !== last) await caches.delete(name);
}

/** Whether any stored shell includes the larger scripts. */
export async function hasExtras(root: string): Promise<boolean> {
	return (await inCaches(root + EXTRAS_MARK, await shellCaches())) !== undefined;
}

/** Marks that this shell and later ones should store the larger scripts too. */
export async function wantExtras(list: Version, root: string): Promise<void> {
	const cache = await caches.open(shellCache(list));
	await cache.put(root + EXTRAS_MARK, toKeep('', null));
}

/** Stores all files wanted for a shell; see `keepFiles`. */
export async function keepShell(list: ShellList, root: string): Promise<string[]> {
	const extras = (await hasExtras(root)) ? list.extras : [];
	return keepFiles(list, [...list.files, ...extras], root);
}

/** Stores a fetched file, unless it belongs to the shell and does not match its list. */
export async function keepFile(
	list: ShellList,
	url: string,
	body: Blob,
	root: string,
): Promise<void> {
	const address = url.slice(root.length - 1);
	const [, digest = ''] = [...list.files, ...list.extras].find(([at]) => at === address) ?? [];
	if (digest !== '' && (await digestOf(await body.arrayBuffer())) !== digest) return;
	const cache = await caches.open(shellCache(list));
	await cache.put(url, toKeep(body, body.type, { [DIGEST]: digest }));
}

/** An empty entry; no file has such a name. */
const EXTRAS_MARK = '~extras';

/** A page of a shell, without asset hashes, and when it was stored. */
export async function shellPage(
	list: Pick<ShellList, 'version' | 'names'>,
	url: string,
): Promise<{ html: string; since: number } | undefined> {
	const kept = await inCaches(url, [shellCache(list)]);
	const isPage = kept?.headers.get('content-type')?.startsWith('text/html');
	if (!kept || !isPage) return undefined;
	return { html: withoutAssetHashes(await kept.text(), list.names), since: keptAt(kept) };
}

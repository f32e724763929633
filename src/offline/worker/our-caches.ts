import { CACHE_PREFIX, scoped } from '../cache-names.ts';
import type { ShellList } from './shell-list.ts';

const SHELL_PREFIX = `${CACHE_PREFIX}shell-`;

/** When a response was stored, in milliseconds. */
const KEPT = 'x-kept';

/** The cache for a deploy's shell. */
export function shellCache({ version }: Pick<ShellList, 'version'>): string {
	return scoped(SHELL_PREFIX + version);
}

/** Names of the caches of all shells of this mirror, oldest first. */
export async function shellCaches(): Promise<string[]> {
	return (await caches.keys()).filter((name) => {
		const [plain = ''] = name.split(' ');
		return plain.startsWith(SHELL_PREFIX) && name === scoped(plain);
	});
}

/** The response at an address in any of our caches; those of other sites on this origin are not searched. */
export async function inOurCaches(url: string): Promise<Response | undefined> {
	return inCaches(
		url,
		(await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX)),
	);
}

/** The response at an address in the first of these caches that has one. */
export async function inCaches(
	url: string,
	names: readonly string[],
): Promise<Response | undefined> {
	for (const name of names) {
		const kept = await (await caches.open(name)).match(url);
		if (kept) return kept;
	}
	return undefined;
}

/** A response to store, with the content type and the time of storing as its only headers. */
export function toKeep(
	body: BodyInit,
	type: string | null,
	others: Record<string, string> = {},
): Response {
	return new Response(body, {
		headers: { 'content-type': type ?? '', [KEPT]: String(Date.now()), ...others },
	});
}

/** When a response was stored; 0 when unknown. */
export function keptAt({ headers }: Response): number {
	return Number(headers.get(KEPT));
}

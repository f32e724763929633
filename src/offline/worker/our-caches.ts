import { CACHE_PREFIX, scoped } from '../cache-names.ts';
import type { ShellList } from './shell-list.ts';

const SHELL_PREFIX = `${CACHE_PREFIX}shell-`;

/** When a response was kept, in milliseconds. */
const KEPT = 'x-kept';

/** The cache of a deploy's shell. */
export function shellCache({ version }: Pick<ShellList, 'version'>): string {
	return scoped(SHELL_PREFIX + version);
}

/** Names of the caches of all shells of this mirror, in the order in which they were made. */
export async function shellCaches(): Promise<string[]> {
	return (await caches.keys()).filter((name) => {
		const [plain = ''] = name.split(' ');
		return plain.startsWith(SHELL_PREFIX) && name === scoped(plain);
	});
}

/** What any cache of ours has at an address; those of other sites on this origin are not asked. */
export async function inOurCaches(url: string): Promise<Response | undefined> {
	return inCaches(
		url,
		(await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX)),
	);
}

/** What the first of these caches has at an address. */
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

/** A body as it is kept: of what came with it only the type, and when that was. */
export function toKeep(
	body: BodyInit,
	type: string | null,
	others: Record<string, string> = {},
): Response {
	return new Response(body, {
		headers: { 'content-type': type ?? '', [KEPT]: String(Date.now()), ...others },
	});
}

/** When a response was kept; 0 when it does not say. */
export function keptAt({ headers }: Response): number {
	return Number(headers.get(KEPT));
}

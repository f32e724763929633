import { CACHE_PREFIX } from '../cache-names.ts';
import { toKeep } from './our-caches.ts';
import { root } from './scope.ts';

const CACHE = `${CACHE_PREFIX}worker-1`;

/** What the worker records for after it has been stopped; no file has such a name. */
export type Note = '~active' | '~library';

export async function readNote(name: Note): Promise<string | undefined> {
	return (await (await caches.open(CACHE)).match(root + name))?.text();
}

/** @throws when the disk is full */
export async function writeNote(name: Note, text: string): Promise<void> {
	await (await caches.open(CACHE)).put(root + name, toKeep(text, 'text/plain'));
}

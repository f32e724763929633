import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { factsIn, storeFacts } from './facts.ts';
import type { Store } from './open.ts';

/**
 * Whether the site in `dir` was made from a store with the same facts: a mirror run writes its store first
 * and puts the verified site in place last. Undefined when `dir` has no `build.json`.
 */
export function isPublished(store: Store, dir: string): boolean | undefined {
	let text: string;
	try {
		text = readFileSync(path.join(dir, 'build.json'), 'utf8');
	} catch {
		return undefined;
	}
	try {
		return isDeepStrictEqual(factsIn(JSON.parse(text)), storeFacts(store));
	} catch {
		return false;
	}
}

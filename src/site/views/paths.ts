import { hash, randomUUID } from 'node:crypto';

/** A page for `getStaticPaths`: what tells it from its siblings, and the digest of what it shows. */
export interface PagePath<Params, Props> {
	params: Params;
	props: Props;
	cacheKey: string;
}

/**
 * One path for each thing. The digest is of the very view the page will draw and of the chrome around
 * it, so that a build draws again exactly the pages that changed. Views are dropped here and made
 * again when drawn: all of them at once would not fit in memory. A page in a folder of its own has other
 * links.
 */
export function pathsOf<Thing, Params>(
	chrome: unknown,
	things: Iterable<Thing>,
	params: (thing: Thing) => Params,
	view: (thing: Thing) => unknown,
	hasOwnFolder: (thing: Thing) => boolean = () => false,
): PagePath<Params, { thing: Thing }>[] {
	const around = JSON.stringify(chrome);
	return Array.from(things, (thing) => ({
		params: params(thing),
		props: { thing },
		cacheKey: hash(
			'sha1',
			around + shown(() => view(thing)) + String(hasOwnFolder(thing)),
			'base64url',
		),
	}));
}

/** The view as text. A page whose view cannot be made shows something else, and is tried again in each run. */
function shown(view: () => unknown): string {
	try {
		return JSON.stringify(view());
	} catch {
		return randomUUID();
	}
}

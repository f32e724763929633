import { hash, randomUUID } from 'node:crypto';

/** A page for `getStaticPaths`: its parameters, and the digest of its contents. */
export interface PagePath<Params, Props> {
	params: Params;
	props: Props;
	cacheKey: string;
}

/**
 * One path for each thing. The digest covers the exact view that the page will show and what surrounds it, so
 * a build renders exactly the pages that changed. Views are discarded here and made again for rendering: all
 * of them together would not fit in memory. A page in its own folder has other links.
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

/** The view as text. A page whose view cannot be made shows a substitute, and is tried again in each run. */
function shown(view: () => unknown): string {
	try {
		return JSON.stringify(view());
	} catch {
		return randomUUID();
	}
}

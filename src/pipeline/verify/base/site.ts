import { addressOf } from '../../../core/site-files.ts';

/** The site as its files, and where it will be served. */
export interface Site {
	/** `tunes/27.html`, with their sizes in bytes. */
	files: ReadonlyMap<string, number>;
	/** `tunes`, with the number of files straight in each; the root is ``. */
	folders: ReadonlyMap<string, number>;
	/** `https://mirror.example` */
	origin: string;
	/** Begins and ends with `/`. */
	base: string;
}

/** What a URL leads to, by the rules of GitHub Pages. */
export type Target =
	| { kind: 'file'; file: string }
	/** A folder without its slash. */
	| { kind: 'redirect' }
	| { kind: 'missing' }
	/** On our origin, but not below the base. */
	| { kind: 'outside' }
	/** Another origin, or no web address at all. */
	| { kind: 'foreign' };

/** The absolute URL of a page. */
export function urlOf({ origin, base }: Site, file: string): string {
	return origin + base + addressOf(file).slice(1);
}

/** Where a browser is when it shows a page: a page in a folder of its own has moved to the slash. */
export function placeOf({ origin, base }: Site, file: string): string {
	return origin + base + file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
}

/**
 * `/a` is the file `a`, else `a.html`, else the folder `a`, which moves to `/a/`; `/a/` is only ever
 * `a/index.html`. A page in a folder of its own is linked to without the slash, and moves to it.
 */
export function findTarget({ files, folders, origin, base }: Site, url: URL): Target {
	if (url.origin !== origin) return { kind: 'foreign' };
	if (!url.pathname.startsWith(base)) return { kind: 'outside' };
	const name = decode(url.pathname.slice(base.length));
	if (name === '' || name.endsWith('/')) return asFile(files, [`${name}index.html`]);
	const found = asFile(files, [name, `${name}.html`]);
	if (found.kind !== 'missing' || !folders.has(name)) return found;
	const index = `${name}/index.html`;
	const isOwn = files.has(index) && addressOf(index) === `/${name}`;
	return isOwn ? { kind: 'file', file: index } : { kind: 'redirect' };
}

function asFile(files: Site['files'], candidates: string[]): Target {
	const file = candidates.find((candidate) => files.has(candidate));
	return file === undefined ? { kind: 'missing' } : { kind: 'file', file };
}

/** Percent-decoded; as it is when that cannot be done. */
export function decode(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

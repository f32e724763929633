import { addressOf } from '../../../core/site-files.ts';

/** The site's files, and the address where it will be served. */
export interface Site {
	/** Sizes in bytes by file, `tunes/27.html`. */
	files: ReadonlyMap<string, number>;
	/** Number of files directly in each folder, `tunes`; the root is ``. */
	folders: ReadonlyMap<string, number>;
	/** `https://mirror.example` */
	origin: string;
	/** Begins and ends with `/`. */
	base: string;
}

/** The target of a URL, by the rules of GitHub Pages. */
export type Target =
	| { kind: 'file'; file: string }
	/** A folder without its slash. */
	| { kind: 'redirect' }
	| { kind: 'missing' }
	/** On our origin, but not below the base. */
	| { kind: 'outside' }
	/** Another origin, or not a web address at all. */
	| { kind: 'foreign' };

/** The absolute URL of a page. */
export function urlOf({ origin, base }: Site, file: string): string {
	return origin + base + addressOf(file).slice(1);
}

/** The URL a browser ends up at: for a page in a folder of its own, it redirects to the slash. */
export function placeOf({ origin, base }: Site, file: string): string {
	return origin + base + file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
}

/**
 * `/a` is the file `a`, else `a.html`, else the folder `a`, which redirects to `/a/`; `/a/` is always
 * `a/index.html`. A page in a folder of its own is linked to without the slash, and redirects to it.
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

/** Percent-decoded; unchanged when that fails. */
export function decode(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

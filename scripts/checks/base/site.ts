/** The site as its files, and where it will be served. */
export interface Site {
	/** `tunes/27.html`, with their sizes in bytes. */
	files: ReadonlyMap<string, number>;
	/** `tunes`, with the number of files and folders straight in each; the root is ``. */
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

/** `tunes/27.html` → `/tunes/27`, `tunes/index.html` → `/tunes/`; without the base. */
export function addressOf(file: string): string {
	return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
}

/** The absolute URL of a page. */
export function urlOf({ origin, base }: Site, file: string): string {
	return origin + base + addressOf(file).slice(1);
}

/**
 * `/a` is the file `a`, else `a.html`, else the folder `a`, which moves to `/a/`; `/a/` is only ever
 * `a/index.html`.
 */
export function findTarget({ files, folders, origin, base }: Site, url: URL): Target {
	if (url.origin !== origin) return { kind: 'foreign' };
	if (!url.pathname.startsWith(base)) return { kind: 'outside' };
	const name = decode(url.pathname.slice(base.length));
	if (name === '' || name.endsWith('/')) return asFile(files, [`${name}index.html`]);
	const found = asFile(files, [name, `${name}.html`]);
	return found.kind === 'missing' && folders.has(name) ? { kind: 'redirect' } : found;
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

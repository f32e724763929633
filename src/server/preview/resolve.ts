import { stat } from 'node:fs/promises';
import path from 'node:path';

/** The answer to a path: a file of the site, another address, or nothing. */
export type Answer =
	| { kind: 'file'; file: string }
	| { kind: 'redirect'; to: string }
	| { kind: 'missing'; outside: boolean };

/**
 * Finds the answer to a path as GitHub Pages does: `/a` is the file `a`, else `a.html`, else the folder `a`,
 * which redirects to `/a/`; `/a/` is always `a/index.html`.
 *
 * @param dir the site
 * @param base begins and ends with `/`
 * @param pathname as requested, still percent-encoded, without a query
 */
export async function resolvePath(dir: string, base: string, pathname: string): Promise<Answer> {
	if (`${pathname}/` === base) return { kind: 'redirect', to: base };
	if (!pathname.startsWith(base)) return { kind: 'missing', outside: true };
	const name = plainName(pathname.slice(base.length));
	if (name === undefined) return { kind: 'missing', outside: false };
	const candidates =
		name === '' || name.endsWith('/') ? [`${name}index.html`] : [name, `${name}.html`];
	for (const candidate of candidates) {
		const file = path.join(dir, candidate);
		if (await isFile(file)) return { kind: 'file', file };
	}
	if (!name.endsWith('/') && (await isFolder(path.join(dir, name)))) {
		return { kind: 'redirect', to: `${pathname}/` };
	}
	return { kind: 'missing', outside: false };
}

/** The decoded name below the site; undefined if it leaves the site or is hidden. */
function plainName(encoded: string): string | undefined {
	let name: string;
	try {
		name = decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
	const segments = name.split('/');
	const hidden = segments.some((each) => each.startsWith('.') && each !== '.well-known');
	const empty = segments.slice(0, -1).includes('');
	return hidden || empty || /[\0\\]/.test(name) ? undefined : name;
}

async function isFile(file: string): Promise<boolean> {
	return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(file: string): Promise<boolean> {
	return (await stat(file).catch(() => undefined))?.isDirectory() ?? false;
}

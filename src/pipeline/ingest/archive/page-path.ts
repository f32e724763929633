import { isKind, type Kind } from '../../../core/kinds.ts';
import { LeftOutBook, type LeftOut } from '../../left-out.ts';
import type { TreeFile } from '../../sync/read-git.ts';
import type { PagePlace } from './page.ts';

const CANONICAL = /^([a-z]+)\/([1-9]\d{0,8})\/index\.html$/;
/** `Tunes/0027/index.htm`, `tunes/27.html`: accepted if no other file is for the same thing. */
const VARIANT = /^([a-z]+)\/0*([1-9]\d{0,8})(?:\/index)?\.html?$/i;
/** Other files of an archive: index pages of the root and of sections, files in the root. */
const FURNITURE = /^(?:[a-z]+\/index\.html|[^/]+)$/;

/** The pages among the archive's files, and the ignored files by reason. */
export function findPages(files: readonly TreeFile[]): {
	places: PagePlace[];
	leftAlone: LeftOut[];
} {
	const book = new LeftOutBook();
	const places = new Map<string, PagePlace>();
	const variants = new Map<string, PagePlace[]>();
	for (const { path, blob } of files) {
		const canonical = placeIn(CANONICAL, path, blob);
		const variant = canonical ? undefined : placeIn(VARIANT, path, blob);
		if (canonical) places.set(keyOf(canonical), canonical);
		else if (variant) {
			const key = keyOf(variant);
			variants.set(key, [...(variants.get(key) ?? []), variant]);
		} else if (!FURNITURE.test(path)) book.add('archive', reasonOf(path), path, '');
	}
	for (const [key, claims] of variants) {
		const [only, ...others] = claims;
		if (only && others.length === 0 && !places.has(key)) places.set(key, only);
		else
			for (const { path, id } of claims)
				book.add('archive', 'a file for a thing that has another file', path, id);
	}
	return { places: [...places.values()], leftAlone: book.groups() };
}

const keyOf = ({ kind, id }: PagePlace): string => `${kind}/${id}`;

function placeIn(pattern: RegExp, path: string, blob: string): PagePlace | undefined {
	const [, section = '', id] = pattern.exec(path) ?? [];
	const kind = section.toLowerCase();
	return isKind(kind) ? { kind: kind satisfies Kind, id: Number(id), path, blob } : undefined;
}

function reasonOf(path: string): string {
	const [section = '', id = '', ...rest] = path.split('/');
	if (!isKind(section.toLowerCase())) return 'a file in a folder of no section';
	if (rest.length > 1) return 'a file in a folder below a page';
	if (!/^0*[1-9]\d{0,8}$/.test(id)) return 'a file of a section whose folder is not a number';
	return 'a file beside a page';
}

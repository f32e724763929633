import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isApiFile } from '../../export/clear-api-files.ts';
import type { Site } from '../base/site.ts';
import { findTarget } from '../base/site.ts';
import type { Survey } from '../base/survey.ts';

/** Files of a kind and their bytes. */
export interface KindSize {
	files: number;
	bytes: number;
}

/** By kind: `html`, `css` … by ending; `search index` for all in `pagefind/`, `API` for its files. */
export function sizeByKind(files: Site['files']): Record<string, KindSize> {
	const kinds: Record<string, KindSize> = {};
	for (const [file, size] of files) {
		const kind = (kinds[kindOf(file)] ??= { files: 0, bytes: 0 });
		kind.files++;
		kind.bytes += size;
	}
	return kinds;
}

function kindOf(file: string): string {
	if (file.startsWith('pagefind/')) return 'search index';
	return isApiFile(file) ? 'API' : (/\.(\w+)$/.exec(file)?.[1] ?? 'other');
}

/** Bytes of a file as a server sends it. */
export function gzipBytes(folder: string, file: string): number {
	return gzipSync(readFileSync(path.join(folder, file))).length;
}

/** The median-sized page among the things of a kind. */
export function medianPage(files: Site['files'], folder: string): string | undefined {
	const pages = [...files].filter(([file]) => file.startsWith(folder) && PAGE.test(file));
	pages.sort(([, a], [, b]) => a - b);
	return pages[Math.floor(pages.length / 2)]?.[0];
}

const PAGE = /\/\d+(?:\/index)?\.html$/;

/** Gzipped bytes of some scripts and everything they statically import. */
export function scriptGzip({ site, folder }: Survey, urls: string[]): number {
	const files = new Set<string>();
	const visit = (url: URL | null): void => {
		const target = url && findTarget(site, url);
		if (target?.kind !== 'file' || files.has(target.file)) return;
		files.add(target.file);
		const source = readFileSync(path.join(folder, target.file), 'utf8');
		for (const match of source.matchAll(STATIC_IMPORT)) visit(URL.parse(match[1] ?? '', url?.href));
	};
	for (const url of urls) visit(URL.parse(url));
	return [...files].reduce((sum, file) => sum + gzipBytes(folder, file), 0);
}

/** `import"./a.js"`, `import{b}from"./a.js"`, `export*from"./a.js"`; not `import("./a.js")`. */
const STATIC_IMPORT =
	/(?<![\w$.])(?:import|export)\s*(?:[\w$\s{},*]*?\s*\bfrom\s*|(?<=import\s*))["']([^"'\n]+)["']/g;

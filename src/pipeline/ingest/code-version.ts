import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const LOCK = new URL('../../../package-lock.json', import.meta.url);
const DRAWER = new URL('../../notation/engraver/draw-setting.ts', import.meta.url);

/** A static import or export that loads another module of ours; type imports load nothing. */
const LOADS = /^(?:import|export)\s(?!type\s)(?:[^;]*?\sfrom\s+)?'(\.[^']+)';/gm;

/**
 * A digest of these modules, everything they load, and the lock file: what was read with them need not be
 * read again until one of these changes.
 */
export function readerVersion(...modules: URL[]): string {
	return digest([...loadedFiles(...modules), LOCK]);
}

/** A digest of everything that a drawing depends on besides its setting; abcjs's version is pinned. */
export function engraverVersion(): string {
	return digest([...loadedFiles(DRAWER), new URL(import.meta.resolve('abcjs/package.json'))]);
}

/**
 * These modules and all others of ours that they load, directly or indirectly, ordered by path.
 *
 * @throws when one of them does not exist
 */
export function loadedFiles(...modules: URL[]): URL[] {
	const found = new Map<string, URL>();
	const add = (file: URL): void => {
		if (found.has(file.href)) return;
		found.set(file.href, file);
		for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(LOADS))
			add(new URL(from, file));
	};
	modules.forEach(add);
	return [...found.values()].sort((a, b) => (a.href < b.href ? -1 : 1));
}

function digest(files: readonly URL[]): string {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 16);
}

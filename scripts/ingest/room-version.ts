import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const SOURCE = new URL('../../src/', import.meta.url);

/**
 * A digest of the code beside `moduleUrl`, the domain and the lock file: what was read with it need
 * not be read again until one of them changes.
 */
export function roomVersion(moduleUrl: string): string {
	const hash = createHash('sha256');
	for (const folder of [new URL('.', moduleUrl), new URL('domain/', SOURCE)]) addCode(hash, folder);
	hash.update(readFileSync(new URL('../../package-lock.json', import.meta.url)));
	return shortened(hash);
}

/** A digest of everything that a drawing depends on beside its setting; abcjs's version is pinned. */
export function engraverVersion(): string {
	const hash = createHash('sha256');
	for (const folder of ['engraver/', 'score/', 'domain/', 'domain/abc/']) {
		addCode(hash, new URL(folder, SOURCE));
	}
	hash.update(readFileSync(new URL(import.meta.resolve('abcjs/package.json'))));
	return shortened(hash);
}

function addCode(hash: Hash, folder: URL): void {
	for (const name of readdirSync(folder).sort()) {
		if (/\.(ts|sql)$/.test(name)) hash.update(name).update(readFileSync(new URL(name, folder)));
	}
}

const shortened = (hash: Hash): string => hash.digest('hex').slice(0, 16);

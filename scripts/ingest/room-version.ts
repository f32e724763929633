import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * A digest of the code beside `moduleUrl`, the domain and the lock file: what was read with it need
 * not be read again until one of them changes.
 */
export function roomVersion(moduleUrl: string): string {
	const hash = createHash('sha256');
	for (const folder of [new URL('.', moduleUrl), new URL('../../src/domain/', import.meta.url)]) {
		for (const name of readdirSync(folder).sort()) {
			if (/\.(ts|sql)$/.test(name)) hash.update(name).update(readFileSync(new URL(name, folder)));
		}
	}
	hash.update(readFileSync(new URL('../../package-lock.json', import.meta.url)));
	return hash.digest('hex').slice(0, 16);
}

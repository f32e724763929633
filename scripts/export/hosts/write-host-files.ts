import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Where } from '../../../src/domain/response-headers.ts';
import { headersFile } from './headers-file.ts';

/** Writes what hosts read of a site whose pages are all there: `_headers`. */
export function writeHostFiles(site: string, where: Where): void {
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
	writeFileSync(path.join(site, '_headers'), headersFile(files, where));
}

import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiGroup } from '../../../src/api/groups.ts';
import type { Where } from '../../../src/domain/response-headers.ts';
import { headersFile } from './headers-file.ts';
import { redirectsFile } from './redirects-file.ts';

/**
 * Writes what hosts read of a site whose pages are all there: `_headers` and `_redirects`.
 *
 * @param groups of the API that are written as files
 */
export function writeHostFiles(site: string, where: Where, groups: readonly ApiGroup[]): void {
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
	writeFileSync(path.join(site, '_headers'), headersFile(files, where));
	writeFileSync(path.join(site, '_redirects'), redirectsFile(groups, where.base));
}

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiGroup } from '../../../api/groups.ts';
import type { Where } from '../../../core/response-headers.ts';
import { headersFile } from './headers-file.ts';
import { redirectsFile } from './redirects-file.ts';

/**
 * Writes the files that hosts read, once all pages are there: `_headers`, and `_redirects` for Netlify.
 * Cloudflare reads `_redirects` too, but applies its rules before it looks for files, so the rule that
 * leads `/discussions/12.json` to its folder would lead every discussion's page there. Other hosts
 * therefore do not get the file.
 *
 * @param redirected groups of the API that Netlify's rules lead to, or null for any other host
 */
export function writeHostFiles(
	site: string,
	where: Where,
	redirected: readonly ApiGroup[] | null,
): void {
	const redirects = path.join(site, '_redirects');
	if (redirected) writeFileSync(redirects, redirectsFile(redirected, where.base));
	else rmSync(redirects, { force: true });
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
	writeFileSync(path.join(site, '_headers'), headersFile(files, where));
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { findPage } from '../core/site-files.ts';

/** The file of the page at an address in a site's folder, in either layout; undefined if there is none. */
export function pageOnDisk(site: string, address: string): string | undefined {
	const file = findPage(address, (name) => existsSync(path.join(site, name)));
	return file === undefined ? undefined : path.join(site, file);
}

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { KINDS } from '../../core/kinds.ts';
import { systemCode } from '../../core/errors.ts';

/** Folders of the site in which every data file is an API file. */
const FOLDERS = [...KINDS, 'members'];
const DATA = /\.(json|xml|rss|atom)$/;
/** API files about the whole site. */
const OF_SITE = /^(activity|comments)\.(json|xml|rss|atom)$|^(activity|comments)\/\d+\.(json|xml)$/;

/** True for a file of the API, `tunes/27.json`. */
export function isApiFile(file: string): boolean {
	return (
		OF_SITE.test(file) || (DATA.test(file) && FOLDERS.some((name) => file.startsWith(`${name}/`)))
	);
}

/** Removes every file of the API from a site. */
export function clearApiFiles(site: string): void {
	for (const folder of [...FOLDERS, 'activity', 'comments']) {
		for (const file of filesIn(path.join(site, folder)))
			if (isApiFile(`${folder}/${file}`)) rmSync(path.join(site, folder, file));
	}
	for (const file of readdirSync(site)) if (isApiFile(file)) rmSync(path.join(site, file));
}

function filesIn(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true }).map((file) =>
			String(file).replaceAll(path.sep, '/'),
		);
	} catch (error) {
		if (systemCode(error) !== 'ENOENT') throw error;
		return [];
	}
}

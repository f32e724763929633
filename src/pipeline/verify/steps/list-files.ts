import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { MirrorError, systemCode } from '../../../core/errors.ts';
import type { Site } from '../base/site.ts';

/**
 * Every file of the site with its size, in order.
 *
 * @throws MirrorError when there is no site
 */
export function listFiles(folder: string): Pick<Site, 'files' | 'folders'> {
	const files = new Map<string, number>();
	const folders = new Map<string, number>();
	const walk = (name: string): void => {
		const entries = readdirSync(path.join(folder, name), { withFileTypes: true });
		folders.set(name, entries.filter((entry) => !entry.isDirectory()).length);
		for (const entry of entries) {
			const below = name ? `${name}/${entry.name}` : entry.name;
			if (entry.isDirectory()) walk(below);
			else files.set(below, statSync(path.join(folder, below)).size);
		}
	};
	try {
		walk('');
	} catch (cause) {
		if (systemCode(cause) !== 'ENOENT') throw cause;
		throw new MirrorError(
			`There is no site in ${folder}.`,
			'Build it first: `npm run mirror -- --from build`.',
			{ cause },
		);
	}
	return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), folders };
}

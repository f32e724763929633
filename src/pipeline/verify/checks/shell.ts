import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serviceWorker } from '../../../core/addresses.ts';
import { NAMES_FILE } from '../../build/asset-names.ts';
import { readShell } from '../../package/read-shell.ts';
import type { SiteCheck } from '../base/check.ts';

const WORKER = serviceWorker().slice(1);

/** The service worker lists the files of this very build. */
export const shell: SiteCheck = {
	name: 'shell',
	todo: 'Write the worker again: `npm run mirror -- --from index`.',
	check({ site, folder }, report) {
		if (!site.files.has(WORKER)) {
			if (existsSync(path.join(folder, 'pagefind'))) report(WORKER, 'is missing');
			return;
		}
		if (!site.files.has(NAMES_FILE)) {
			report(NAMES_FILE, 'is missing');
			return;
		}
		const { version } = readShell(folder);
		if (!readFileSync(path.join(folder, WORKER), 'utf8').includes(version))
			report(WORKER, 'is of another build than the files it keeps');
	},
};

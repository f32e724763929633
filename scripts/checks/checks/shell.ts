import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serviceWorker } from '../../../src/domain/addresses.ts';
import { bytes } from '../../lib/output.ts';
import { NAMES_FILE } from '../../shell/asset-names.ts';
import { fileOfShell, readShell } from '../../shell/read-shell.ts';
import type { SiteCheck } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

const WORKER = serviceWorker().slice(1);

/** The service worker knows the files of this very build, and what it keeps at once is not much. */
export const shell: SiteCheck = {
	name: 'shell',
	todo: 'Write the worker again: `npm run mirror -- --from index`; keep its shell small (scripts/shell/).',
	check({ site, folder, limits }, report) {
		if (!site.files.has(WORKER)) {
			if (existsSync(path.join(folder, 'pagefind'))) report(WORKER, 'is missing');
			return;
		}
		if (!site.files.has(NAMES_FILE)) {
			report(NAMES_FILE, 'is missing');
			return;
		}
		const { version, files } = readShell(folder);
		if (!readFileSync(path.join(folder, WORKER), 'utf8').includes(version))
			report(WORKER, 'is of another build than the files it keeps');
		const size = files.reduce((sum, [address]) => sum + gzipBytes(folder, fileOfShell(address)), 0);
		if (size > limits.shellGzip)
			report(
				WORKER,
				`keeps ${bytes(size)} gzip when it is installed, more than ${bytes(limits.shellGzip)}`,
			);
	},
};

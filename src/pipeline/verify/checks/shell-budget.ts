import { serviceWorker } from '../../../core/addresses.ts';
import { NAMES_FILE } from '../../build/asset-names.ts';
import { fileOfShell, readShell } from '../../package/read-shell.ts';
import type { Budget } from '../base/check.ts';
import { gzipBytes } from '../steps/measure.ts';

const WORKER = serviceWorker().slice(1);

/** What the service worker stores when it is installed. */
export const shellBudget: Budget = {
	name: 'shell-budget',
	todo: 'Keep fewer or smaller files at once: src/pipeline/package/read-shell.ts.',
	*measure({ site, folder, limits }) {
		if (!site.files.has(WORKER) || !site.files.has(NAMES_FILE)) return;
		const { files } = readShell(folder);
		const value = files.reduce((sum, [at]) => sum + gzipBytes(folder, fileOfShell(at)), 0);
		yield {
			name: 'shell (gzip)',
			file: WORKER,
			value,
			limit: limits.shellGzip,
			unit: 'bytes gzip',
		};
	},
};

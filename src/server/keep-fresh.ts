import { storePath } from '../store/open.ts';
import { announce } from '../cli/output.ts';
import type { ServeOptions } from './options.ts';
import { makeSearchAside } from './search/make-aside.ts';
import { isMade, searchPath } from './search/search-file.ts';
import type { SnapshotHolder } from './snapshot.ts';

const EVERY_MS = 5000;
/** How many checks to skip after one that failed. */
const REST = 12;

/**
 * Checks from time to time whether a mirror run has replaced the store, builds its search file in another
 * thread and switches to both; until then the old ones are served.
 */
export function keepFresh(
	holder: SnapshotHolder,
	{ work, log }: Pick<ServeOptions, 'work' | 'log'>,
	everyMs = EVERY_MS,
): { stop: () => void } {
	const [storeFile, searchFile] = [storePath(work), searchPath(work)];
	let isBusy = false;
	let rest = 0;
	const look = async (): Promise<void> => {
		if (!holder.isStale()) return;
		if (!isMade(searchFile, storeFile))
			await makeSearchAside({ storeFile, searchFile, isTold: false });
		if (holder.renew()) log?.('Switched to the data of a new mirror run.');
	};
	const timer = setInterval(() => {
		if (isBusy) return;
		if (rest > 0) {
			rest--;
			return;
		}
		isBusy = true;
		look()
			.catch((error: unknown) => {
				rest = REST;
				const why = error instanceof Error ? error.message : String(error);
				announce('warning', `The new store cannot be served, so the old one still is: ${why}`);
			})
			.finally(() => (isBusy = false));
	}, everyMs);
	timer.unref();
	return { stop: () => clearInterval(timer) };
}

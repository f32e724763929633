import { savedPage } from '../library/saved-page.ts';
import { root, shell } from './scope.ts';
import { shellPage } from './shell.ts';
import { visitedPage } from './visited.ts';
import { within } from './within.ts';

/** A stored page, without asset hashes. */
export interface KeptPage {
	html: string;
	/** When it was fetched, in milliseconds. */
	since: number;
}

/** A database blocked by another tab must not keep the reader from a page. */
const PATIENCE_MS = 2000;

/** The newest stored copy of a page: visited, in the library, or in the shell. */
export async function keptPage(address: string): Promise<KeptPage | undefined> {
	const url = root + address.slice(1);
	const kept = await Promise.all([
		within(PATIENCE_MS, visitedPage(url)),
		within(PATIENCE_MS, savedPage(address)),
		within(PATIENCE_MS, shellPage(shell, url)),
	]);
	return kept
		.filter((page) => page !== undefined)
		.reduce<KeptPage | undefined>(
			(newest, page) => (newest && newest.since >= page.since ? newest : page),
			undefined,
		);
}

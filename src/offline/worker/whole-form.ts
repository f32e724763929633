import { wholePage } from '../whole-page.ts';
import { keptForm } from './page-text.ts';
import { shell } from './scope.ts';

const PATIENCE_MS = 30_000;

/**
 * The page of a response in the form in which it is stored: without asset hashes, and including its folded
 * posts, which could not be fetched offline. Undefined when it names files of another deploy.
 */
export async function wholeForm(response: Response): Promise<string | undefined> {
	const html = keptForm(await response.text(), shell.names);
	if (html === undefined) return undefined;
	return wholePage(html, response.url, AbortSignal.timeout(PATIENCE_MS));
}

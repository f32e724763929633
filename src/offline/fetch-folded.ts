import { foldedIn } from '../core/folded-file.ts';
import { inflateText } from './inflate-text.ts';

/**
 * The folded posts at an address, as HTML; undefined when there are none. A file from a later deploy than the
 * page's will do, an earlier one will not.
 *
 * @param address `…/discussions/folded/12.bin#312`
 * @throws TypeError when the file cannot be fetched or is damaged
 */
export async function fetchFolded(
	address: string,
	signal: AbortSignal | null = null,
): Promise<string | undefined> {
	const response = await fetch(address, { cache: 'no-cache', signal });
	if (!response.ok) return undefined;
	const [, id = ''] = address.split('#');
	return foldedIn(await inflateText(await response.blob()), id);
}

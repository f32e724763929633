import { inflateText } from './inflate-text.ts';
import { foldedFileOf, unfolded } from './whole-thread.ts';

/**
 * A page, as it came from `url`, with its folded posts in their place; where they cannot be had, as it is.
 */
export async function wholePage(html: string, url: string, signal: AbortSignal): Promise<string> {
	const file = foldedFileOf(html);
	if (file === undefined) return html;
	try {
		const response = await fetch(new URL(file, url), { cache: 'no-cache', signal });
		return response.ok ? unfolded(html, await inflateText(await response.blob())) : html;
	} catch {
		return html;
	}
}

import { fetchFolded } from './fetch-folded.ts';
import { foldedFileOf, unfolded } from '../core/whole-thread.ts';

/** A page fetched from `url`, with its folded posts in place; unchanged when they cannot be fetched. */
export async function wholePage(html: string, url: string, signal: AbortSignal): Promise<string> {
	const file = foldedFileOf(html);
	if (file === undefined) return html;
	try {
		const posts = await fetchFolded(new URL(file, url).href, signal);
		return posts === undefined ? html : unfolded(html, posts);
	} catch {
		return html;
	}
}

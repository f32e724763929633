import { laterPagesOf, withLaterPages } from '../../core/whole-thread.ts';
import { wholePage } from '../../offline/whole-page.ts';

/**
 * The HTML of a thing's page with all of its comments from all pages; undefined when it is unavailable.
 * Unavailable later pages or folded posts are left out.
 */
export async function readWholeThread(
	url: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const first = await textOf(url, signal);
	if (first === undefined) return undefined;
	const later = await Promise.all(
		Array.from({ length: laterPagesOf(first) }, (_, at) =>
			textOf(`${url}/${at + 2}`, signal).catch(() => undefined),
		),
	);
	return withLaterPages(
		first,
		later.filter((page) => page !== undefined),
	);
}

async function textOf(url: string, signal: AbortSignal): Promise<string | undefined> {
	const response = await fetch(url, { signal });
	return response.ok ? wholePage(await response.text(), response.url, signal) : undefined;
}

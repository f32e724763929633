/** An address of thesession.org within a text. */
const LINK = /(https?:\/\/)?(www\.)?thesession\.org\/[^\s"'<>()]*/i;

/**
 * What to search for of what another app has shared: an address of thesession.org wherever it put it,
 * else its words. `value` gives what is shared by the names of the manifest.
 */
export function sharedText(value: (name: string) => string): string {
	const shared = ['url', 'text', 'title'].map(value);
	const link = shared.map((text) => LINK.exec(text)?.[0]).find((found) => found !== undefined);
	return link ?? (value('text') || value('title') || value('url'));
}

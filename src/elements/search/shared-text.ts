/** An address of thesession.org within a text. */
const LINK = /(https?:\/\/)?(www\.)?thesession\.org\/[^\s"'<>()]*/i;

/**
 * The search for text shared by another app: an address of thesession.org wherever it occurs, otherwise the
 * words. `value` returns the shared data by the manifest's names.
 */
export function sharedText(value: (name: string) => string): string {
	const shared = ['url', 'text', 'title'].map(value);
	const link = shared.map((text) => LINK.exec(text)?.[0]).find((found) => found !== undefined);
	return link ?? (value('text') || value('title') || value('url'));
}

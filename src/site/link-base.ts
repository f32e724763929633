/**
 * Sanitised HTML with its root-relative links under the base path. The sanitiser writes each link as
 * `<a href="…"`, and a text cannot hold that: its `<` is escaped.
 */
export function linkBase(html: string, base: string): string {
	return base === '/' ? html : html.replaceAll('<a href="/', `<a href="${base}`);
}

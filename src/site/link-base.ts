/**
 * Prefixes root-relative links in sanitised HTML with the base path. The sanitiser writes each link as `<a
 * href="…"`, which cannot occur in text because `<` is escaped there.
 */
export function linkBase(html: string, base: string): string {
	return base === '/' ? html : html.replaceAll('<a href="/', `<a href="${base}`);
}

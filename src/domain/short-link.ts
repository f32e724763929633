/**
 * Writes links of the page at `page` as short as they can be: relative to it, where that is shorter than
 * from the root. Under a base path, every link would repeat it. Page and links begin with a slash.
 */
export function linkShortener(page: string): (link: string) => string {
	const folder = page.slice(0, page.lastIndexOf('/') + 1);
	const itself = `${page.replace(/\.html$/, '')}#`;
	return (link) => {
		if (link.startsWith(itself)) return link.slice(itself.length - 1);
		let common = folder;
		let up = '';
		while (!link.startsWith(common)) {
			common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
			up += '../';
		}
		const rest = up + link.slice(common.length);
		// Neither the page itself nor a scheme.
		const relative = /^(?:$|[#?]|[^/#?]*:)/.test(rest) ? `./${rest}` : rest;
		return relative.length < link.length ? relative : link;
	};
}

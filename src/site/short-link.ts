/**
 * Shortens the links of the page at `page`: relative to the page where that is shorter than from the root.
 * Under a base path, every link would repeat it. Page and links begin with a slash.
 *
 * @param hasOwnFolder some hosts serve such a page at `/discussions/12`, others at `/discussions/12/`, so
 * only links to the page itself may be relative
 */
export function linkShortener(page: string, hasOwnFolder = false): (link: string) => string {
	const folder = page.slice(0, page.lastIndexOf('/') + 1);
	const itself = `${page.replace(/\.html$/, '')}#`;
	return (link) => {
		if (link.startsWith(itself)) return link.slice(itself.length - 1);
		if (hasOwnFolder) return link;
		let common = folder;
		let up = '';
		while (!link.startsWith(common)) {
			common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
			up += '../';
		}
		const rest = up + link.slice(common.length);
		// Must not become the page itself or a scheme.
		const relative = /^(?:$|[#?]|[^/#?]*:)/.test(rest) ? `./${rest}` : rest;
		return relative.length < link.length ? relative : link;
	};
}

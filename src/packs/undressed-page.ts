/**
 * Names of the files in /_astro/ without their hashes: `site.css` → `CZIpD_I3.css`,
 * `layouts/Page.astro-0.js` → `BeVU7fkO.js`. It is `_astro/names.json`.
 */
export type AssetNames = Readonly<Record<string, string>>;

/** A page that names styles, scripts and fonts without their hashes: it is the same in every deploy, and never asks for a file of another one. */
export function undress(html: string, names: AssetNames): string {
	return undresser(names)(html);
}

/** `undress` for many pages. */
export function undresser(names: AssetNames): (html: string) => string {
	const files = new Map(Object.entries(names).map(([name, file]) => [file, name]));
	return (html) =>
		html.replace(/_astro\/([\w.-]+)/g, (whole, file: string) => {
			const name = files.get(file);
			return name === undefined ? whole : `_astro/~${name}`;
		});
}

/** The page with the files of the deploy at hand. */
export function dress(html: string, names: AssetNames): string {
	return html.replace(/_astro\/~([^\s"'>]+)/g, (whole, name: string) =>
		names[name] === undefined ? whole : `_astro/${names[name]}`,
	);
}

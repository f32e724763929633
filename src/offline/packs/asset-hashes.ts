/**
 * Names of the files in /_astro/ by their name without a hash: `site.css` → `CZIpD_I3.css`,
 * `layouts/Page.astro-0.js` → `BeVU7fkO.js`. This is `_astro/names.json`.
 */
export type AssetNames = Readonly<Record<string, string>>;

/**
 * A page that names styles, scripts and fonts without their hashes: the same in every deploy, and never
 * requests a file of another deploy.
 */
export function withoutAssetHashes(html: string, names: AssetNames): string {
	return assetHashRemover(names)(html);
}

/** `withoutAssetHashes` for many pages. */
export function assetHashRemover(names: AssetNames): (html: string) => string {
	const files = new Map(Object.entries(names).map(([name, file]) => [file, name]));
	return (html) =>
		rename(html, (file) => {
			const name = files.get(file);
			return name === undefined ? file : `~${name}`;
		});
}

/** The page with the file names of the current deploy. */
export function withAssetHashes(html: string, names: AssetNames): string {
	const files = new Map(Object.entries(names).map(([name, file]) => [`~${name}`, file]));
	return rename(html, (file) => files.get(file) ?? file);
}

/** A file of one deploy that a page names, such as `BeVU7fkO.js`; undefined for a page without hashes. */
export function fileWithHash(html: string): string | undefined {
	for (const { 0: tag } of tagsWithFiles(html))
		for (const [, , file] of tag.matchAll(FILE))
			if (file !== undefined && !file.startsWith('~')) return file;
	return undefined;
}

const FOLDER = '_astro/';

/** A tag, whatever its attributes contain. */
const TAG = /<[a-z!/](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;

/** Within a tag: an attribute that names a file in our folder, or anything else in quotes. */
const FILE =
	/(\s(?:href|src)=["']?(?![a-z]+:|\/\/)(?:[^\s"'>]*\/)?_astro\/)([^\s"'>]+)|"[^"]*"|'[^']*'/gi;

/**
 * Replaces the names of the files that tags refer to. Members' text, in content or attributes, stays as it
 * is.
 */
function rename(html: string, name: (file: string) => string): string {
	let result = '';
	let done = 0;
	for (const { 0: tag, index } of tagsWithFiles(html)) {
		result += html.slice(done, index);
		result += tag.replace(FILE, (whole, before?: string, file?: string) =>
			before === undefined || file === undefined ? whole : before + name(file),
		);
		done = index + tag.length;
	}
	return result + html.slice(done);
}

/** The tags, except links, that contain the name of our folder. */
function* tagsWithFiles(html: string): Generator<RegExpExecArray> {
	const tags = new RegExp(TAG);
	let from = 0;
	for (let at = html.indexOf(FOLDER); at >= 0; at = html.indexOf(FOLDER, Math.max(from, at + 1))) {
		// Only the last tag needs a match of its own: there are a hundred times as many tags.
		while (tags.test(html) && tags.lastIndex <= at) from = tags.lastIndex;
		tags.lastIndex = from;
		const tag = tags.exec(html);
		if (!tag) return;
		if (tag.index > at) tags.lastIndex = from;
		else {
			from = tags.lastIndex;
			if (!/^<a\s/i.test(tag[0])) yield tag;
		}
	}
}

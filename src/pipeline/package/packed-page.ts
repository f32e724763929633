import { MirrorError } from '../../core/errors.ts';
import type { AssetNames } from '../../offline/packs/asset-hashes.ts';
import { fileWithHash, assetHashRemover } from '../../offline/packs/asset-hashes.ts';

/** Turns a page of the site into the form it has in packs. */
export type PackPage = (html: Buffer, file: string, drawings: boolean) => Buffer;

/**
 * Makes pages as packs hold them: without the hashes of styles and scripts and, unless asked for, without
 * drawings, as the page's own script draws them from the ABC.
 *
 * @param names empty if the site has none; pages then stay as they are
 * @returns a function that throws a MirrorError for a page that refers to an unlisted file of this deploy
 */
export function pagePacker(names: AssetNames): PackPage {
	const removeHashes = assetHashRemover(names);
	const checked = Object.keys(names).length > 0;
	return (html, file, drawings) => {
		// All patterns are ASCII; latin1 preserves every byte and is three times as fast to read.
		const text = removeHashes(html.toString('latin1'));
		const dressed = checked ? fileWithHash(text) : undefined;
		if (dressed !== undefined) {
			throw new MirrorError(
				`${file} names _astro/${dressed}, which is not in _astro/names.json.`,
				'Run `npm run mirror -- --from build`; if it stays, the list of names (astro.config.mjs) lacks a kind of file.',
			);
		}
		return Buffer.from(drawings ? text : text.replace(DRAWING, '$1</svg>'), 'latin1');
	};
}

const DRAWING = /(<svg class=staff(?: (?:"[^"]*"|'[^']*'|[^>"'])*)?>)[^]*?<\/svg>/g;

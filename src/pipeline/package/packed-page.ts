import { MirrorError } from '../../core/errors.ts';
import type { AssetNames } from '../../offline/packs/asset-hashes.ts';
import { dressedFile, undresser } from '../../offline/packs/asset-hashes.ts';

/** A page of the site as it is put in packs. */
export type PackPage = (html: Buffer, file: string, drawings: boolean) => Buffer;

/**
 * Makes pages as they are put in packs: without the hashes of styles and scripts and, unless they are
 * asked for, without drawings of notes: the page's own script draws them from its ABC.
 *
 * @param names empty where the site has none; then the pages stay as they are
 * @returns a function that throws a MirrorError for a page that names a file of this deploy alone
 */
export function pagePacker(names: AssetNames): PackPage {
	const undressed = undresser(names);
	const checked = Object.keys(names).length > 0;
	return (html, file, drawings) => {
		// All that is looked for is ASCII; any byte survives latin1, and it is read three times as fast.
		const text = undressed(html.toString('latin1'));
		const dressed = checked ? dressedFile(text) : undefined;
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

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MirrorError, systemCode } from '../../core/errors.ts';
import type { AssetNames } from '../../offline/packs/asset-hashes.ts';

/**
 * Names of a site's files in /_astro/; empty if the site has no list of them.
 *
 * @throws MirrorError when the list cannot be read
 */
export async function readAssetNames(site: string): Promise<AssetNames> {
	const file = path.join(site, '_astro', 'names.json');
	try {
		return JSON.parse(await readFile(file, 'utf8')) as AssetNames;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return {};
		if (!(error instanceof SyntaxError)) throw error;
		throw new MirrorError(
			`${file} cannot be read: ${error.message}.`,
			'Run `npm run mirror -- --from build`.',
			{ cause: error },
		);
	}
}

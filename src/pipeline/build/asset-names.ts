import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { MirrorError } from '../../core/errors.ts';
import type { AssetNames } from '../../offline/packs/undressed-page.ts';

/** Where the names of the built files are told, in the site. */
export const NAMES_FILE = '_astro/names.json';

/**
 * Writes `_astro/names.json`: what pages name in their HTML, by names that stay the same when the
 * contents change. Scripts are called by their component (`layouts/Page.astro-0.js`), styles and fonts
 * by themselves (`site.css`, `music.woff2`).
 */
export function assetNames(): AstroIntegration {
	const scripts: Record<string, string> = {};
	let astro: AstroConfig | undefined;
	return {
		name: 'asset-names',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'asset-names',
								generateBundle(_, bundle) {
									if (this.environment.name !== 'client') return;
									for (const file of Object.values(bundle)) {
										if (file.type !== 'chunk' || !file.isEntry || !file.facadeModuleId) continue;
										const name = astro && scriptName(file.facadeModuleId, astro.srcDir);
										if (name) scripts[name] = path.basename(file.fileName);
									}
									drawAnewWith(scripts, astro);
								},
							},
						],
					},
				});
			},
			'astro:config:done': ({ config }) => {
				astro = config;
			},
			'astro:build:done': ({ dir }) => {
				const folder = path.join(fileURLToPath(dir), path.dirname(NAMES_FILE));
				const names = { ...scripts, ...assetsIn(folder) };
				const sorted = Object.fromEntries(
					Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)),
				);
				writeFileSync(path.join(fileURLToPath(dir), NAMES_FILE), `${JSON.stringify(sorted)}\n`);
			},
		},
	};
}

/**
 * Has Astro draw all pages again when a script has another name. It looks for changes in the modules of a
 * page; but how modules are put together in files, which the name tells too, depends on other pages. Of
 * the configuration it digests this part, after the scripts are made and before the first page.
 */
function drawAnewWith(scripts: AssetNames, astro: AstroConfig | undefined): void {
	if (astro) astro.vite.define = { ...astro.vite.define, ASSET_NAMES: JSON.stringify(scripts) };
}

/** `…/layouts/Page.astro?astro&type=script&index=0&lang.ts` → `layouts/Page.astro-0.js` */
function scriptName(moduleId: string, sources: URL): string | undefined {
	const [file = '', query = ''] = moduleId.split('?');
	const index = /\btype=script\b.*\bindex=(\d+)/.exec(query)?.[1];
	if (index === undefined) return undefined;
	const name = path.relative(fileURLToPath(sources), file).replaceAll('\\', '/');
	return `${name}-${index}.js`;
}

/** The stylesheet, whose name is all hash, and what else is no script: `music.BZBewT97.woff2` → `music.woff2`. */
function assetsIn(folder: string): AssetNames {
	const files = readdirSync(folder).filter((file) => !/\.(js|json)$/.test(file));
	const names: Record<string, string> = {};
	for (const file of files.sort()) {
		const name = file.endsWith('.css') ? 'site.css' : file.replace(/\.[^.]+(\.[^.]+)$/, '$1');
		if (names[name]) {
			throw new MirrorError(
				`${names[name]} and ${file} in ${folder} would both be called ${name}.`,
				'Let the site have one stylesheet, and give each font a name of its own.',
			);
		}
		names[name] = file;
	}
	return names;
}

import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { MirrorError } from '../../core/errors.ts';
import type { AssetNames } from '../../offline/packs/asset-hashes.ts';

/** The file in the site that lists the names of the built files. */
export const NAMES_FILE = '_astro/names.json';

/**
 * Writes `_astro/names.json`: the built files that pages refer to, under names that stay the same when
 * their contents change. Scripts are named after their component (`layouts/Page.astro-0.js`), styles and
 * fonts after themselves (`site.css`, `music.woff2`).
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
 * Makes Astro render all pages again when a script's name changes. Its cache looks at the modules of a
 * page; but how modules are bundled into files, which the name reflects, also depends on other pages. Astro
 * digests this part of its configuration, after the scripts are made and before the first page.
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

/** The stylesheet, whose name is only a hash, and other non-scripts: `music.BZBewT97.woff2` → `music.woff2`. */
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

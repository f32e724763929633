import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lighterAbcjs } from './src/pipeline/build/lighter-abcjs.ts';
import { assetNames } from './src/pipeline/build/asset-names.ts';
import { readConfig } from './src/config.ts';
import * as addresses from './src/core/addresses.ts';
import { KINDS } from './src/core/kinds.ts';

const config = readConfig();

// Folders with an index page: their address ends with a slash, which the sitemap leaves off.
const fronts = new Set(
	[
		...KINDS.map(addresses.section),
		addresses.section('members'),
		addresses.artists(),
		addresses.composers(),
	].map((address) => config.site + addresses.withBase(config.base, address)),
);

/**
 * Loads what is imported on demand plainly: Vite's helper, which also fetches the styles that go with it,
 * and its lists of what else is loaded then would be 1.5 KB on every page, and our styles are in one file.
 */
const plainImports = {
	name: 'plain-imports',
	enforce: 'pre',
	// Astro's own word on it comes after the configuration's.
	configEnvironment: (_, { build }) => {
		if (build) build.modulePreload = false;
	},
	// One for each script that has imports: a shared one would be a file of its own, and a request.
	resolveId: (id, importer) =>
		id === '\0vite/preload-helper.js' ? `\0plain-import:${importer}` : undefined,
	load: (id) =>
		id.startsWith('\0plain-import:') ? 'export const __vitePreload = (load) => load();' : undefined,
};

export default defineConfig({
	output: 'static',
	site: config.site,
	base: config.base,
	srcDir: './src/site',
	outDir: config.out,
	cacheDir: `${config.work}/astro`,
	trailingSlash: 'ignore',
	prerenderConflictBehavior: 'error',
	build: {
		// `tunes/index.html` and `tunes/27.html`: thesession.org's own addresses on a static host.
		format: 'preserve',
		// Most of a page's time is file system calls; measured best between 4 and 8.
		concurrency: 8,
		inlineStylesheets: 'never',
	},
	// Scripts and styles are always files: the content security policy allows no inline ones.
	vite: {
		plugins: [plainImports, lighterAbcjs()],
		build: {
			assetsInlineLimit: 0,
			rolldownOptions: {
				output: {
					// Names of the stylesheet and, below, the script stand in every page: Astro's own are 55
					// characters longer.
					assetFileNames: ({ names: [name] }) =>
						name?.endsWith('.css') ? '_astro/[hash][extname]' : '_astro/[name].[hash][extname]',
				},
			},
		},
		environments: {
			client: {
				build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } },
			},
		},
	},
	experimental: { incrementalBuild: true },
	integrations: [
		assetNames(),
		sitemap({
			entryLimit: 45_000,
			filter: (page) => page !== config.site + addresses.withBase(config.base, addresses.unsaved()),
			serialize: (item) => (fronts.has(`${item.url}/`) ? { ...item, url: `${item.url}/` } : item),
		}),
	],
	devToolbar: { enabled: false },
});

import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readConfig } from './src/config.ts';

const config = readConfig();

export default defineConfig({
	output: 'static',
	site: config.site,
	base: config.base,
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
	vite: { build: { assetsInlineLimit: 0 } },
	experimental: { incrementalBuild: true },
	integrations: [sitemap({ entryLimit: 45_000 })],
	devToolbar: { enabled: false },
});

import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/tools/browser/browser.ts';

const executablePath = findBrowser();

export default defineConfig({
	testDir: 'tests/browser',
	globalSetup: './tests/browser/global-setup.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env['CI']),
	reporter: [[process.env['CI'] ? 'github' : 'list']],
	// A page is ready in tenths of a second; the rest is for a machine that is busy with other things.
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		launchOptions: {
			...(executablePath === undefined ? {} : { executablePath }),
			args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
		},
		...devices['Desktop Chrome'],
		viewport: { width: 1280, height: 900 },
		serviceWorkers: 'block',
	},
});

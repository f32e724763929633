import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// Vitest would leave a core idle, which is half of a runner's two.
		maxWorkers: '100%',
		// Whole runs over hundreds of odd upstreams: `npm run oddities`.
		exclude: ['tests/oddities/**'],
		// Real git, real SQLite and whole runs of the mirror take their time on a small machine.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		execArgv: ['--disable-warning=ExperimentalWarning'],
	},
});

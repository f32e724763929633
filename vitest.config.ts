import { defineConfig } from 'vitest/config';

/** Rooms whose tests leave nothing behind, so that files can share a process and what it has loaded. */
const PURE = ['tests/core', 'tests/notation', 'tests/search', 'tests/site/views'];

const pure = PURE.map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
	test: {
		// Vitest would leave a core idle, which is half of a runner's two.
		maxWorkers: '100%',
		// Real git, real SQLite and whole runs of the mirror take their time on a small machine.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		projects: [
			{ extends: true, test: { name: 'pure', include: pure, isolate: false } },
			{
				extends: true,
				test: {
					name: 'whole',
					include: ['tests/**/*.test.ts'],
					// Whole runs over hundreds of odd upstreams: `npm run oddities`, a job of its own in CI.
					exclude: [...pure, 'tests/oddities/**'],
				},
			},
		],
	},
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/oddities/*.test.ts'],
		maxWorkers: '100%',
		testTimeout: 600_000,
		hookTimeout: 120_000,
	},
});

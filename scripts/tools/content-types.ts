import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { MirrorError } from '../../src/core/errors.ts';
import { run } from '../../src/cli/run.ts';

/**
 * Writes Astro's types of the content collections, which the type check and the linter need, from a store of
 * the sample. Does nothing if they exist.
 */
await run(() => {
	const root = path.resolve(import.meta.dirname, '../..');
	if (existsSync(path.join(root, '.astro/types.d.ts'))) return;
	const node = (args: string[], env: Record<string, string>): void => {
		const { status } = spawnSync(process.execPath, [...process.execArgv, ...args], {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1' },
		});
		if (status === 0) return;
		throw new MirrorError(
			`\`node ${args.join(' ')}\` ended with ${status}.`,
			'See its message above.',
		);
	};
	node(['scripts/sample.ts', '--only', 'sync,ingest'], {});
	node(['node_modules/astro/bin/astro.mjs', 'sync'], {
		MIRROR_WORK: path.join(readConfig().work, 'sample'),
	});
});

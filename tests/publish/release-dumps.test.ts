import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { releaseDumps } from '../../src/publish/release-dumps.ts';
import { temporaryFolder } from '../pipeline/sync/upstream.ts';

function dumps(...tags: string[]): string {
	const folder = temporaryFolder();
	for (const tag of tags) {
		mkdirSync(path.join(folder, tag));
		for (const name of ['SHA256SUMS', 'tunes.csv.gz'])
			writeFileSync(path.join(folder, tag, name), 'x');
	}
	return folder;
}

/** GitHub's command line tool: `view` finds a release when there is one, the rest ends with `code`. */
function gh(hasRelease: boolean, code = 0) {
	const calls: string[] = [];
	const run = (args: readonly string[]): number => {
		calls.push(args.slice(0, 3).join(' '));
		if (args[1] === 'view') return hasRelease ? 0 : 1;
		return code;
	};
	return { calls, run };
}

test('makes a release with every file, or gives the one there is the files anew', () => {
	const folder = dumps('session-mirror-2026-06-28');
	const first = gh(false);
	expect(releaseDumps(folder, first.run)).toBe('session-mirror-2026-06-28: 2 files');
	expect(first.calls).toEqual(
		['view', 'create', 'upload'].map((what) => `release ${what} session-mirror-2026-06-28`),
	);
	const again = gh(true);
	releaseDumps(folder, again.run);
	expect(again.calls.map((call) => call.split(' ')[1])).toEqual(['view', 'upload']);
});

test('refuses no dumps, or two, and says when it failed', () => {
	expect(() => releaseDumps(dumps(), gh(false).run)).toThrow('not one folder of dumps');
	const gone = path.join(dumps(), 'gone');
	expect(() => releaseDumps(gone, gh(false).run)).toThrow('not one folder of dumps');
	const two = dumps('session-mirror-2026-06-21', 'session-mirror-2026-06-28');
	expect(() => releaseDumps(two, gh(false).run)).toThrow('2 folders');
	expect(() => releaseDumps(dumps('session-mirror-2026-06-28'), gh(false, 1).run)).toThrow(
		'ended with 1',
	);
});

test('its entry says how it is used, and refuses what it is not', () => {
	const entry = (...given: string[]) =>
		spawnSync(process.execPath, ['scripts/release-dumps.ts', ...given], { encoding: 'utf8' });
	const help = entry('--help');
	expect(help).toMatchObject({ status: 0 });
	expect(help.stdout).toContain('npm run release-dumps -- DIR');
	for (const wrong of [[], ['--odd'], ['a', 'b']]) {
		const { status, stderr } = entry(...wrong);
		expect(status).toBe(2);
		expect(stderr).toContain('npm run release-dumps -- DIR');
	}
});

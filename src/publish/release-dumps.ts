import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { MirrorError, systemCode } from '../core/errors.ts';
import { announce, bytes, count } from '../cli/output.ts';

/** GitHub accepts no larger asset. */
const ASSET_LIMIT = 2 * 1024 ** 3;

/**
 * Publishes a folder of dumps as the assets of a release with the same name; an existing release of that name
 * gets the new files.
 *
 * @param folder holds one folder of dumps, `session-mirror-2026-06-28`
 * @throws MirrorError when there is not exactly one, or when it cannot be published
 */
export function releaseDumps(folder: string, gh: RunGh = runGh): string {
	const names = namesIn(folder).filter((name) => name.startsWith('session-mirror-'));
	const [tag] = names;
	if (names.length !== 1 || !tag) {
		throw new MirrorError(
			`There is not one folder of dumps in ${folder}, but ${count(names.length, 'folder')}.`,
			'Make it with `npm run dumps -- --out DIR`, into an empty folder.',
		);
	}
	const files = readdirSync(path.join(folder, tag)).map((name) => path.join(folder, tag, name));
	const tooLarge = files.filter((file) => statSync(file).size >= ASSET_LIMIT);
	for (const file of tooLarge) {
		announce(
			'warning',
			`${file} is left out: ${bytes(statSync(file).size)}, a release takes 2 GB.`,
		);
	}
	if (gh(['release', 'view', tag]) !== 0) {
		const notes = 'Data of thesession.org as files; see LICENCE.txt first, then manifest.json.';
		mustRun(gh, ['release', 'create', tag, '--title', tag, '--notes', notes, '--latest=false']);
	}
	const assets = files.filter((file) => !tooLarge.includes(file));
	mustRun(gh, ['release', 'upload', tag, '--clobber', '--', ...assets]);
	return `${tag}: ${count(assets.length, 'file')}`;
}

/** The entries of a folder; empty if it does not exist. */
function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return [];
		throw error;
	}
}

/** Runs GitHub's command line tool and returns its exit code. */
export type RunGh = (args: readonly string[]) => number;

function runGh(args: readonly string[]): number {
	const { status, error } = spawnSync('gh', args, { stdio: ['ignore', 'inherit', 'inherit'] });
	if (error)
		throw new MirrorError(`gh cannot be run: ${error.message}`, 'Install it: cli.github.com.');
	return status ?? 1;
}

function mustRun(gh: RunGh, args: readonly string[]): void {
	const code = gh(args);
	if (code === 0) return;
	throw new MirrorError(
		`gh ${args.slice(0, 3).join(' ')} ended with ${code}.`,
		'Its message is above. The site itself is published; run the workflow again for the dumps.',
	);
}

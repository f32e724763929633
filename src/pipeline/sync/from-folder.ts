import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openGit } from './git.ts';

/**
 * Makes a bare git repository out of a plain folder: one commit on `main`, whose id depends only on the
 * files' bytes, the date and the message. A second call replaces that commit (with the same one if nothing
 * differs).
 *
 * @param options.date ISO, `2026-05-01T00:00:00Z`
 */
export async function repositoryFromFolder(
	folder: string,
	repositoryPath: string,
	options: { date: string; message: string },
): Promise<{ commit: string }> {
	await mkdir(repositoryPath, { recursive: true });
	const scratch = await mkdtemp(path.join(tmpdir(), 'mirror-index-'));
	const bare = openGit(repositoryPath, { env: signature(options.date) });
	const withFiles = openGit(repositoryPath, {
		env: { GIT_WORK_TREE: path.resolve(folder), GIT_INDEX_FILE: path.join(scratch, 'index') },
	});
	try {
		await bare.raw('init', '--quiet', '--bare', '--initial-branch=main');
		await writeFile(path.join(repositoryPath, 'info', 'attributes'), BYTES_STAY_BYTES);
		await withFiles.raw(...AS_THEY_ARE, 'add', '--force', '--all', '.');
		const tree = await withFiles.raw('write-tree');
		const commit = await bare.raw(
			'-c',
			'i18n.commitEncoding=UTF-8',
			'commit-tree',
			'-m',
			options.message,
			tree,
		);
		await bare.raw('update-ref', 'refs/heads/main', commit);
		return { commit };
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

// The folder may contain .gitattributes and the user may have settings: this file overrides them.
const BYTES_STAY_BYTES = '* -text -filter -ident -working-tree-encoding\n';

const AS_THEY_ARE = ['-c', 'core.autocrlf=false', '-c', 'core.fileMode=false'];

function signature(date: string): Record<string, string> {
	return Object.fromEntries(
		['AUTHOR', 'COMMITTER'].flatMap((role) => [
			[`GIT_${role}_NAME`, 'Session Mirror'],
			[`GIT_${role}_EMAIL`, 'session-mirror@localhost'],
			[`GIT_${role}_DATE`, date],
		]),
	);
}

import { createHash } from 'node:crypto';
import { MirrorError } from '../core/errors.ts';
import type { GitHub } from './github.ts';

/** The change that a refresh commits. */
export interface LockCommit {
	/** `main` */
	branch: string;
	/** The file's path in the repository. */
	path: string;
	/** The file's last known content, or undefined when it is new. */
	before: string | undefined;
	after: string;
	message: string;
}

/**
 * Commits the lock through the API, so that no git credentials are needed. False when another run has
 * committed one since this one read it.
 *
 * @throws MirrorError when the branch rejects the commit
 */
export async function commitLock(github: GitHub, commit: LockCommit): Promise<boolean> {
	const { branch, path, before, after, message } = commit;
	const { status, body } = await github.call<{ message?: string } | undefined>(
		'PUT',
		`/contents/${path}`,
		{
			branch,
			message,
			content: Buffer.from(after).toString('base64'),
			...(before !== undefined && { sha: blobId(before) }),
		},
		[409, 422],
	);
	if (status < 400) return true;
	if (RACE.test(body?.message ?? '')) return false;
	throw new MirrorError(
		`${path} cannot be committed on ${branch}: GitHub answers ${status}, ${body?.message ?? 'without a message'}.`,
		'Rules of the branch may be in the way: let GitHub Actions pass them (Settings → Rules).',
	);
}

/** GitHub's messages when a file has changed since it was read. */
const RACE = /does not match|but expected|"sha" wasn't supplied/;

/** Starts the deploy workflow on the newest commit of the branch. */
export async function dispatchDeploy(github: GitHub, branch: string): Promise<void> {
	await github.call('POST', '/actions/workflows/deploy.yml/dispatches', { ref: branch });
}

/** The id that git gives to a file's content. */
function blobId(content: string): string {
	return createHash('sha1')
		.update(`blob ${Buffer.byteLength(content)}\0${content}`)
		.digest('hex');
}

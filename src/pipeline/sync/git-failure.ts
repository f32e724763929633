import { MirrorError, systemCode } from '../../core/errors.ts';
import { publicUrl } from './public-url.ts';
import type { Source } from './source.ts';

/** Why git could not fetch. `unknown` may mean that our clone is damaged. */
export type FailureKind =
	| 'disk-full'
	| 'folder'
	| 'owner'
	| 'no-main'
	| 'no-commit'
	| 'protocol'
	| 'certificate'
	| 'silent'
	| 'unreachable'
	| 'no-repository'
	| 'no-git'
	| 'unknown';

/** Classifies an error of simple-git (in English, see LC_ALL in git.ts) or of the file system. */
export function failureKind(error: unknown): FailureKind {
	const code = systemCode(error);
	if (code) return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder';
	const text = error instanceof Error ? error.message : String(error);
	return PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}

// First match wins: git adds general lines ("the remote end hung up") below the specific ones.
const PATTERNS: readonly (readonly [FailureKind, RegExp])[] = [
	['disk-full', /No space left on device|Disk quota exceeded/],
	['no-git', /spawn git ENOENT/],
	['folder', /(create|open|write|mkdir).*(Permission denied|Read-only file system)/],
	['owner', /dubious ownership/],
	['no-commit', /not our ref|unadvertised object|couldn't find remote ref [0-9a-f]{40}/i],
	['no-main', /couldn't find remote ref/i],
	[
		'protocol',
		/transport '.*' not allowed|is not a valid (remote|protocol)|unable to find remote helper/i,
	],
	['certificate', /certificate|server verification failed/i],
	['silent', /block timeout reached/],
	[
		'unreachable',
		/resolve host|name resolution|Name or service not known|unable to look up|Connection (refused|timed out|reset|closed)|Failed to connect|unable to connect|Couldn't connect|unreachable|No route to host|timed out|returned error: (429|5\d\d)|RPC failed|early EOF|unexpected disconnect|Empty reply|SSL|TLS|curl \d+/i,
	],
	[
		'no-repository',
		/not found|does not appear to be a git repository|not a git repository|does not exist|repository not exported|access denied|could not read (Username|Password)|Authentication failed|Permission denied|returned error: 4\d\d/i,
	],
	['unreachable', /hung up/],
];

/** The one message for a failure of `kind`, with what to do next. */
export function fetchError(kind: FailureKind, source: Source, cause: unknown): MirrorError {
	const [message, next] = wording(kind, source, cause);
	return new MirrorError(message, next, { cause });
}

function wording(kind: FailureKind, source: Source, cause: unknown): [string, string] {
	const { name, folder } = source;
	const url = publicUrl(source.url);
	const variable = `MIRROR_${name.toUpperCase()}_URL`;
	switch (kind) {
		case 'disk-full':
			return [
				`The disk is full: no room for the ${name} repository in ${folder}.`,
				'Free some space or set MIRROR_WORK to a larger disk, then run again.',
			];
		case 'folder':
			return [
				`Cannot write ${folder} (${systemCode(cause) ?? gitsWords(cause)}).`,
				'Make the folder writable, or set MIRROR_WORK to one that is.',
			];
		case 'no-git':
			return ['git is not installed, or not on PATH.', 'Install git 2.30 or later.'];
		case 'owner':
			return [
				`git does not trust ${url}: the folder belongs to somebody else.`,
				`Run: git config --global --add safe.directory ${localPath(url)}`,
			];
		case 'no-main':
			return [
				`${url} has no branch "main".`,
				`Set ${variable} to the repository that has it, or push a branch of that name.`,
			];
		case 'no-commit':
			return [
				`${url} does not hand out the commit that the lock names (${gitsWords(cause)}).`,
				'Upstream may have rewritten its history: run `npm run refresh` to lock the newest commits.',
			];
		case 'protocol':
			return [
				`git may not fetch from ${url}: the protocol is not allowed.`,
				`Set ${variable} to an https://, ssh://, git:// or file:// address.`,
			];
		case 'certificate':
			return [
				`The certificate of ${url} was not accepted.`,
				'See that the clock is right; behind a proxy, set GIT_SSL_CAINFO to its certificate.',
			];
		case 'silent':
		case 'unreachable':
			return [
				`No answer from ${url}${kind === 'silent' ? ': it fell silent' : ` (${gitsWords(cause)})`}.`,
				'See that the network is up and the address right, then run again.',
			];
		case 'no-repository':
			return [
				`There is no repository at ${url}, or it is private.`,
				`Set ${variable} to the right address.`,
			];
		case 'unknown':
			return [
				`git could not fetch the ${name} repository from ${url} (${gitsWords(cause)}).`,
				`Run again; if that does not help, delete ${folder} and run again.`,
			];
	}
}

/** Git's first error line, without credentials that an address may contain. */
function gitsWords(cause: unknown): string {
	const text = cause instanceof Error ? cause.message : String(cause);
	const lines = text.split(/[\r\n]+/);
	const line = lines.find((each) => /^(fatal|error|ssh): /.test(each)) ?? lines[0] ?? '';
	return publicUrl(line.replace(/^(fatal|error): /, '').replace(/[.:\s]+$/, ''));
}

function localPath(url: string): string {
	return url.startsWith('file://') ? decodeURIComponent(new URL(url).pathname) : url;
}

import { readFileSync } from 'node:fs';
import { MirrorError, systemCode } from '../../core/errors.ts';
import type { RepositoryName, Source } from './source.ts';
import { publicUrl } from './public-url.ts';

/** Which commits of upstream a site is built from; `upstream.lock.json`, committed. */
export interface UpstreamLock extends Record<RepositoryName, LockedRepository> {
	version: 1;
	/** When it was written, `YYYY-MM-DDTHH:MM:SSZ`. */
	written: string;
}

interface LockedRepository {
	/** Without credentials. */
	url: string;
	/** 40 hex digits. */
	commit: string;
}

/**
 * Reads a lock; undefined when there is none.
 *
 * @throws MirrorError when the file is not a lock of this version
 */
export function readLock(file: string): UpstreamLock | undefined {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return undefined;
		throw error;
	}
	const lock = parseLock(text);
	if (lock) return lock;
	throw new MirrorError(
		`${file} is not a lock file that this version can read.`,
		'Delete it and run `npm run refresh`, which writes a new one.',
	);
}

/**
 * Reads a lock that must exist.
 *
 * @throws MirrorError when it does not, or is not a lock of this version
 */
export function requireLock(file: string): UpstreamLock {
	const lock = readLock(file);
	if (lock) return lock;
	throw new MirrorError(
		`There is no ${file}, so it is unknown which commits to take.`,
		'Create one with `npm run refresh`, or run without --locked to take the newest.',
	);
}

/** The text of a lock file. */
export function lockText({ written, data, archive }: Omit<UpstreamLock, 'version'>): string {
	return `${JSON.stringify({ version: 1, written, data, archive }, null, '\t')}\n`;
}

/**
 * The commit that a lock gives for a repository.
 *
 * @throws MirrorError when the lock was written for another address
 */
export function lockedCommit({ name, url }: Source, lock: UpstreamLock): string {
	const { url: locked, commit } = lock[name];
	if (locked === publicUrl(url)) return commit;
	throw new MirrorError(
		`The lock names a commit of ${locked}, but the ${name} repository is ${publicUrl(url)}.`,
		`Set MIRROR_${name.toUpperCase()}_URL to the one locked, or run \`npm run refresh\` to lock the other.`,
	);
}

function parseLock(text: string): UpstreamLock | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	const lock = value as Partial<UpstreamLock> | null;
	if (lock?.version !== 1 || !isWhen(lock.written)) return undefined;
	return isLocked(lock.data) && isLocked(lock.archive) ? (lock as UpstreamLock) : undefined;
}

const isWhen = (value: unknown): boolean =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);

function isLocked(value: Partial<LockedRepository> | undefined): boolean {
	return (
		typeof value?.url === 'string' &&
		typeof value.commit === 'string' &&
		/^[0-9a-f]{40}$/.test(value.commit)
	);
}

import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FetchOptions } from './fetch-main.ts';
import { fetchMain, INCOMING } from './fetch-main.ts';
import { failureKind } from './git-failure.ts';
import { openGit } from './git.ts';
import type { Repository } from './repository.ts';
import type { Source } from './source.ts';
import { checkContents, readCommit } from './repository.ts';

/** An existing clone, complete and at a known commit. */
export type Clone = Pick<Repository, 'path' | 'commit' | 'date'>;

/**
 * Clones into a folder beside the final one, verifies it, and only then replaces what was there.
 *
 * @throws the error of git or the file system, or MirrorError when it is not the expected repository
 */
export async function makeClone(source: Source, options: FetchOptions): Promise<Clone> {
	const { folder, url } = source;
	await mkdir(path.dirname(folder), { recursive: true });
	const temporary = await mkdtemp(`${folder}.new-`);
	try {
		const git = openGit(temporary);
		await git.raw('init', '--quiet', '--bare', '--initial-branch=main');
		await git.raw('config', 'remote.origin.url', url);
		await fetchMain(temporary, url, options);
		const clone = await acceptIncoming(temporary, source);
		await replaceFolder(temporary, folder);
		return { ...clone, path: folder };
	} finally {
		await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}

/**
 * Fetches into a clone and moves its `main` once the new commit is verified.
 *
 * @throws as {@link makeClone}; the clone is then unchanged
 */
export async function updateClone(source: Source, options: FetchOptions): Promise<Clone> {
	await fetchMain(source.folder, source.url, options);
	const clone = await acceptIncoming(source.folder, source);
	await dropOldPacks(source.folder);
	return clone;
}

/** The existing clone with the address it was made from, or undefined when there is no complete one. */
export async function readClone(source: Source): Promise<(Clone & { url: string }) | undefined> {
	const { folder } = source;
	if (!(await exists(folder))) return undefined;
	try {
		const head = await readCommit(folder, 'refs/heads/main');
		await checkContents(folder, head.commit, source);
		const url = await openGit(folder).raw('config', 'remote.origin.url');
		return { ...head, path: folder, url };
	} catch (error) {
		if (failureKind(error) === 'no-git') throw error;
		return undefined;
	}
}

/** Removes what interrupted runs left beside the clone; call it only while holding the lock. */
export async function tidyUp({ folder }: Source): Promise<void> {
	const parent = path.dirname(folder);
	if (!(await exists(parent))) return;
	// A run that ended between the two renames of replaceFolder.
	if (!(await exists(folder)) && (await exists(asideOf(folder)))) {
		await rename(asideOf(folder), folder);
	}
	const prefix = path.basename(folder);
	for (const entry of await readdir(parent)) {
		if (entry.startsWith(`${prefix}.new-`) || entry === path.basename(asideOf(folder))) {
			await rm(path.join(parent, entry), { recursive: true, force: true, maxRetries: 5 });
		}
	}
}

async function acceptIncoming(folder: string, source: Source): Promise<Clone> {
	const incoming = await readCommit(folder, INCOMING);
	await checkContents(folder, incoming.commit, source);
	const git = openGit(folder);
	await git.raw('update-ref', 'refs/heads/main', incoming.commit);
	await git.raw('update-ref', '-d', INCOMING);
	return { ...incoming, path: folder };
}

async function replaceFolder(fresh: string, folder: string): Promise<void> {
	const aside = asideOf(folder);
	if (await exists(folder)) await rename(folder, aside);
	await rename(fresh, folder);
	await rm(aside, { recursive: true, force: true });
}

/**
 * Each fetch adds a pack with a week's changes, and replaced objects stay. After {@link MAX_PACKS} git
 * repacks what `main` still reaches, which is cheaper for the host than a fresh clone.
 */
async function dropOldPacks(folder: string): Promise<void> {
	const names = await readdir(path.join(folder, 'objects', 'pack'));
	if (names.filter((name) => name.endsWith('.pack')).length <= MAX_PACKS) return;
	await openGit(folder).raw('gc', '--quiet', '--prune=now');
}

const MAX_PACKS = 8;

const asideOf = (folder: string) => `${folder}.old`;

async function exists(file: string): Promise<boolean> {
	return (await stat(file).catch(() => undefined)) !== undefined;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { repositoryFromFolder } from '../../../src/pipeline/sync/from-folder.ts';
import { git, temporaryFolder } from './upstream.ts';

const FIRST = { date: '2026-05-01T12:00:00Z', message: 'Weekly update' };

function folderWithFiles() {
	const root = temporaryFolder();
	const folder = path.join(root, 'data');
	mkdirSync(path.join(folder, 'csv'), { recursive: true });
	writeFileSync(path.join(folder, 'csv', 'tunes.csv'), 'tune_id\r\n1\r\n');
	writeFileSync(path.join(folder, '.gitignore'), 'csv/\n');
	writeFileSync(path.join(folder, '.gitattributes'), '* text eol=lf ident filter=lfs\n');
	return { root, folder, bare: path.join(root, 'data.git') };
}

test('one commit, its id decided by files, date and message alone, bytes as they are', async () => {
	const { root, folder, bare } = folderWithFiles();
	writeFileSync(path.join(root, '.gitconfig'), '[core]\n\tautocrlf = input\n[user]\n\tname = X\n');
	vi.stubEnv('HOME', root);
	const { commit } = await repositoryFromFolder(folder, bare, FIRST);
	vi.unstubAllEnvs();
	expect(commit).toMatchInlineSnapshot(`"e46709d5c82ef559086942ebbe152a3cd3296d55"`);
	expect(git('-C', bare, 'log', '--format=%H %an %at %ct %s', 'main')).toBe(
		`${commit} Session Mirror 1777636800 1777636800 Weekly update`,
	);
	expect(git('-C', bare, 'cat-file', '-s', 'main:csv/tunes.csv')).toBe('12');
	expect(await repositoryFromFolder(folder, bare, FIRST)).toEqual({ commit });
});

test('changed files make another commit in place of the first', async () => {
	const { folder, bare } = folderWithFiles();
	const { commit } = await repositoryFromFolder(folder, bare, FIRST);
	writeFileSync(path.join(folder, 'csv', 'tunes.csv'), 'tune_id\n2\n');
	const changed = await repositoryFromFolder(folder, bare, FIRST);
	expect(changed.commit).not.toBe(commit);
	expect(git('-C', bare, 'show', 'main:csv/tunes.csv')).toBe('tune_id\n2');
	expect(git('-C', bare, 'rev-list', '--count', 'main')).toBe('1');
});

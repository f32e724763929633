import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { onTestFinished } from 'vitest';
import { git } from '../../../scripts/tools/synth/git.ts';

export const SMALL = { scale: 0.002, seed: 7 };

/** An empty folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'synth-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Runs git in one of the repositories. */
export function inRepository(out: string, name: string, ...args: string[]): Promise<string> {
	return git('--git-dir', path.join(out, name), ...args);
}

/** The rows of a table in a commit, by column. */
export async function readTable(
	out: string,
	repository: string,
	commit: string,
	table: string,
): Promise<Record<string, string>[]> {
	const text = await inRepository(out, repository, 'show', `${commit}:csv/${table}.csv`);
	return parse<Record<string, string>>(text, { columns: true });
}

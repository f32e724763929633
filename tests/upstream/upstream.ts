import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder that goes with the test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'mirror-upstream-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

/** Both upstream repositories, as small as they may be, and a work folder. */
export function makeUpstream(): TestUpstream {
	const root = temporaryFolder();
	const data = path.join(root, 'data.git');
	const archive = path.join(root, 'archive.git');
	commit(data, { 'csv/tunes.csv': 'tune_id,setting_id\n1,1\n', 'README.md': 'data' });
	commit(archive, { 'tunes/1/index.html': '<body>one</body>', 'index.html': '' });
	return {
		root,
		data,
		archive,
		work: path.join(root, 'work'),
		urls: { data: `file://${data}`, archive: `file://${archive}` },
	};
}

/**
 * Commits files onto a branch of a bare repository, which is made when there is none. A file may carry
 * a git mode of its own as `mode:content`, a submodule as `160000:ID`.
 */
export function commit(
	repository: string,
	files: Record<string, string | Buffer>,
	{ branch = 'main', seconds = 1_780_000_000, orphan = false } = {},
): string {
	if (!existsSync(repository))
		git('init', '--quiet', '--bare', '--initial-branch=main', repository);
	const ref = `refs/heads/${branch}`;
	const stream: Buffer[] = [];
	const say = (text: string) => stream.push(Buffer.from(text));
	if (orphan) say(`reset ${ref}\n\n`);
	say(`commit ${ref}\ncommitter Test <test@localhost> ${seconds} +0000\ndata 4\ntest\n`);
	const parents = git('-C', repository, 'for-each-ref', ref);
	if (!orphan && parents !== '') say(`from ${ref}^0\n`);
	for (const [name, value] of Object.entries(files)) {
		const [, mode = '100644', content = value] = /^(\d{6}):(.*)$/s.exec(String(value)) ?? [];
		if (mode === '160000') {
			say(`M 160000 ${String(content)} ${name}\n`);
			continue;
		}
		const body = Buffer.from(content);
		say(`M ${mode} inline ${JSON.stringify(name)}\ndata ${body.length}\n`);
		stream.push(body, Buffer.from('\n'));
	}
	execFileSync('git', ['-C', repository, 'fast-import', '--quiet', '--force'], {
		input: Buffer.concat(stream),
	});
	return git('-C', repository, 'rev-parse', ref);
}

/** Runs git and returns what it prints, trimmed. */
export function git(...args: string[]): string {
	return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

export interface TestUpstream {
	root: string;
	data: string;
	archive: string;
	work: string;
	urls: { data: string; archive: string };
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Apart from upstream.ts, as scripts that know nothing of vitest commit too.

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

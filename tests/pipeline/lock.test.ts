import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { MirrorError } from '../../src/core/errors.ts';
import { lockRun } from '../../src/pipeline/lock.ts';
import { temporaryFolder } from './sync/upstream.ts';

/** Another process that takes the lock and stays. */
async function otherRun(work: string) {
	const script = `import { lockRun } from '${path.resolve('src/pipeline/lock.ts')}';
		await lockRun(${JSON.stringify(work)}); console.log('locked'); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	return child;
}

test('a second run is told who holds the lock, and may go once it is released', async () => {
	const work = path.join(temporaryFolder(), 'work');
	const lock = await lockRun(work);
	const error: unknown = await lockRun(work).catch((reason: unknown) => reason);
	if (!(error instanceof MirrorError)) throw new Error('not a MirrorError');
	const masked = `${error.message}\n${error.next}`
		.replace(String(process.pid), '<pid>')
		.replace(hostname(), '<host>')
		.replace(/\d{4}-\S+Z/, '<time>')
		.replace(work, '<work>');
	expect(masked).toMatchInlineSnapshot(`
		"Another run is working in this folder: process <pid> on <host>, since <time>.
		Wait for it to end. If it is no longer running, delete <work>/lock."
	`);
	lock.release();
	(await lockRun(work)).release();
	expect(existsSync(path.join(work, 'lock'))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s releases it', async (signal) => {
	const work = temporaryFolder();
	const child = await otherRun(work);
	await expect(lockRun(work)).rejects.toThrow(`process ${child.pid}`);
	child.kill(signal);
	expect((await once(child, 'close'))[1]).toBe(signal);
	expect(existsSync(path.join(work, 'lock'))).toBe(false);
});

test('the lock of a dead process is taken over, loudly', async () => {
	const work = temporaryFolder();
	const child = await otherRun(work);
	child.kill('SIGKILL');
	await once(child, 'close');
	const warning = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const lock = await lockRun(work);
	expect(warning.mock.lastCall?.[0]).toContain(`Took over the lock of process ${child.pid}`);
	warning.mockRestore();
	lock.release();
});

test('a lock of another process that had our number is stale; one of another host is not', async () => {
	const work = temporaryFolder();
	const file = path.join(work, 'lock');
	const lock = await lockRun(work);
	const holder = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	lock.release();
	writeFileSync(file, JSON.stringify({ ...holder, host: 'elsewhere', pid: 2 ** 22 + 1 }));
	await expect(lockRun(work)).rejects.toThrow('on elsewhere');
	writeFileSync(file, 'torn');
	await expect(lockRun(work)).rejects.toThrow('cannot be read');
	if (holder['started'] === undefined) return;
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	writeFileSync(file, JSON.stringify({ ...holder, started: '1' }));
	(await lockRun(work)).release();
	vi.restoreAllMocks();
});

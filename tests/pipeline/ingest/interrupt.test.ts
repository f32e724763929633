import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { storePath } from '../../../src/store/open.ts';
import { dataFiles } from './csv.ts';
import { TestMirror } from './mirror.ts';
import { archiveFiles, discussionPage } from './pages.ts';

const PAGES = 1500;

/** Many pages in one section, so that reading them takes longer than a kill. */
function archive(): Record<string, string> {
	const files = archiveFiles(1);
	const comments = Array.from({ length: 5 }, (_, at) => ({
		id: at + 1,
		html: '<p>About a heron.</p>'.repeat(10),
	}));
	for (let id = 1; id <= PAGES; id++)
		files[`discussions/${id}/index.html`] = discussionPage(id, comments, `Heron ${id}`);
	return files;
}

it('goes on where it was when it is killed while reading the archive', async () => {
	const mirror = new TestMirror();
	const upstream = mirror.publish(dataFiles({}, 3), archive());
	const job = path.join(mirror.root, 'job.json');
	writeFileSync(job, JSON.stringify({ work: mirror.work, upstream }));

	const script = path.join(import.meta.dirname, 'ingest-child.ts');
	const child = spawn(process.execPath, [script, job], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	await once(child.stdout, 'data');
	child.kill('SIGKILL');
	expect(await ended).toEqual([null, 'SIGKILL']);
	expect(existsSync(storePath(mirror.work))).toBe(false);

	const result = await mirror.ingest(upstream);
	const touched = result.sections.reduce((sum, section) => sum + section.touched, 0);
	expect(touched).toBeGreaterThan(0);
	expect(touched).toBeLessThanOrEqual(PAGES + 4 - 200);
	expect(result.facts).toMatchObject({ verdict: 'good', counts: { discussions: PAGES } });

	const whole = new TestMirror();
	await whole.ingest(upstream);
	expect(mirror.dump()).toEqual(whole.dump());
});

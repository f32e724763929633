import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFresh } from '../../src/server/keep-fresh.ts';
import { searchPath } from '../../src/server/search/search-file.ts';
import { startServer } from '../../src/server/start.ts';
import type { StoreFacts } from '../../src/store/facts.ts';
import { storePath } from '../../src/store/open.ts';
import { servedSample } from './served-sample.ts';

const { app, holder, work, options } = await servedSample();
let freshness: { stop: () => void };

beforeEach(() => {
	freshness = keepFresh(holder, { work, log: undefined }, 20);
});
afterEach(() => freshness.stop());

/** As a mirror run does: written beside, then renamed. */
function replaceStore(change: (database: DatabaseSync) => void): void {
	const beside = `${storePath(work)}.beside`;
	copyFileSync(storePath(work), beside);
	const database = new DatabaseSync(beside);
	change(database);
	database.close();
	renameSync(beside, storePath(work));
}

async function nameOf(id: number): Promise<string> {
	const { statusCode, body } = await app.inject(`/tunes/${id}?format=json`);
	expect(statusCode).toBe(200);
	return (JSON.parse(body) as { name: string }).name;
}

test('a new store is taken over, its search too, and every request meanwhile is answered', async () => {
	expect(await nameOf(27)).toBe('The Basket of Mussels');
	replaceStore((database) => database.exec(`UPDATE tune SET name = 'Zoetrope' WHERE id = 27`));
	let asked = 0;
	while ((await nameOf(27)) !== 'Zoetrope') {
		asked++;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	expect(asked).toBeGreaterThan(0);
	const found = await app.inject('/tunes/search?q=zoetrope&format=json');
	expect(JSON.parse(found.body)).toMatchObject({ total: 1 });
});

test('a store is taken over when the site that is made of it is published, no sooner', async () => {
	const buildFile = path.join(options.dir, 'build.json');
	const facts = JSON.parse(readFileSync(buildFile, 'utf8')) as StoreFacts;
	facts.upstream.data.commit = 'f'.repeat(40);
	const text = JSON.stringify(facts);
	replaceStore((database) => {
		database.exec(`UPDATE tune SET name = 'Unverified' WHERE id = 27`);
		database.prepare(`UPDATE meta SET value = ? WHERE key = 'facts'`).run(text);
	});
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(holder.isStale()).toBe(false);
	expect(await nameOf(27)).toBe('Zoetrope');
	const start = startServer(options, { host: '127.0.0.1', port: 0 });
	await expect(start).rejects.toThrow(/is not the one that the site in .* was made from/);
	writeFileSync(buildFile, text);
	await vi.waitFor(async () => expect(await nameOf(27)).toBe('Unverified'), { timeout: 10_000 });
});

test('a store that cannot be read leaves the old one answering, with a warning', async () => {
	const warned = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const whole = `${storePath(work)}.whole`;
	copyFileSync(storePath(work), whole);
	writeFileSync(`${storePath(work)}.beside`, 'no store');
	renameSync(`${storePath(work)}.beside`, storePath(work));
	await vi.waitFor(() => expect(warned).toHaveBeenCalled(), { timeout: 10_000 });
	expect(await nameOf(27)).toBe('Unverified');
	renameSync(whole, storePath(work));
	warned.mockRestore();
});

test('a server that starts makes the search when there is none, and says what stands in its way', async () => {
	rmSync(searchPath(work), { force: true });
	const at = { host: '127.0.0.1', port: 0 };
	const server = await startServer(options, at);
	const url = `${server.url}tunes/search?q=unverified&format=json`;
	expect(await (await fetch(url)).json()).toMatchObject({ total: 1 });
	const port = Number(new URL(server.url).port);
	await expect(startServer(options, { ...at, port })).rejects.toThrow(/Port \d+ .* is taken/);
	await server.close();
	await expect(fetch(url)).rejects.toThrow();
	await expect(startServer({ ...options, dir: '/nowhere' }, at)).rejects.toThrow(/no site/);
	await expect(startServer({ ...options, work: '/nowhere' }, at)).rejects.toThrow(/no store/);
});

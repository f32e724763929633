import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { awaitLive } from '../../src/publish/await-live.ts';
import { fingerprintOf } from '../../src/publish/deploy-fingerprint.ts';
import { temporaryFolder } from '../pipeline/sync/upstream.ts';
import { fakeHost, pack } from './fake-host.ts';

const FILES = ['build.json', 'sw.js', 'packs/catalogue.json', 'changes/ledger.json'];
/** A site as far as it tells which one it is. */
function site(text: string, ...other: string[]): string {
	const folder = temporaryFolder();
	for (const name of FILES) {
		mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
		writeFileSync(path.join(folder, name), other.includes(name) ? 'another' : text);
	}
	return folder;
}

test.each(FILES)('a live site with another %s is not yet the one that was built', async (name) => {
	const host = await fakeHost(temporaryFolder(), '/');
	onTestFinished(host.close);
	const archive = path.join(temporaryFolder(), 'site.tar');
	const publish = (folder: string): void => {
		pack(folder, archive);
		host.deploy(archive);
	};
	const expected = fingerprintOf(site('new'));
	publish(site('new', name));
	const said: string[] = [];
	const options = {
		site: host.url,
		expected,
		firstWaitMs: 1,
		say: (line: string) => said.push(line),
	};
	await expect(awaitLive({ ...options, limitMs: 0 })).rejects.toThrow(`its /${name} is another`);
	expect(said).toHaveLength(1);
	publish(site('new'));
	expect(await awaitLive({ ...options, limitMs: 0 })).toBe(1);
});

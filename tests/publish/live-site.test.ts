import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { awaitLive } from '../../src/publish/await-live.ts';
import { siteAddress } from '../../src/publish/live-site.ts';
import { parseFingerprint, sha256 } from '../../src/publish/deploy-fingerprint.ts';

test('knows where GitHub Pages puts a site, unless it is told', () => {
	expect(siteAddress({})).toBeUndefined();
	expect(siteAddress({ GITHUB_REPOSITORY: 'Me/Mirror' })).toBe('https://me.github.io/mirror/');
	expect(siteAddress({ GITHUB_REPOSITORY: 'Me/me.github.io' })).toBe('https://me.github.io/');
	const site = { MIRROR_SITE: 'https://mirror.example/', GITHUB_REPOSITORY: 'me/mirror' };
	expect(siteAddress(site)).toBe('https://mirror.example/');
	expect(siteAddress({ ...site, MIRROR_BASE: '/a/b/' })).toBe('https://mirror.example/a/b/');
	expect(siteAddress({ GITHUB_REPOSITORY: 'me/mirror', MIRROR_BASE: '/a' })).toBe(
		'https://me.github.io/a/',
	);
});

/** A host that answers with the next of the bodies at each look, past every cache; the last one stays. */
async function host(bodies: readonly (string | number)[]) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const body = bodies[Math.min(asked.length, bodies.length - 1)];
		asked.push(request.url ?? '');
		if (typeof body === 'number') response.writeHead(body).end();
		else response.end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { site: `http://127.0.0.1:${(server.address() as AddressInfo).port}/m/`, asked };
}

const facts = (commit: string) =>
	JSON.stringify({ upstream: { data: { commit }, archive: { commit: 'b'.repeat(40) } } });
const expected = { '/build.json': sha256(Buffer.from(facts('a'.repeat(40)))) };

test('looks again until the site is the one that was built, and says what it saw', async () => {
	const { site, asked } = await host([404, 503, facts('c'.repeat(40)), facts('a'.repeat(40))]);
	const said: string[] = [];
	const say = (line: string) => said.push(line.replace(site, '<site>').replace(/http\S+\//, '…/'));
	expect(await awaitLive({ site, expected, limitMs: 30_000, firstWaitMs: 1, say })).toBe(4);
	expect(said).toMatchInlineSnapshot(`
		[
		  "<site> is not the site that was built: it has no /build.json",
		  "<site> is not the site that was built: …/build.json answers 503",
		  "<site> is not the site that was built: its /build.json is of data cccccccccc and archive bbbbbbbbbb",
		]
	`);
	expect(new Set(asked.map((url) => url.replace(/=\d+$/, '=')))).toEqual(
		new Set(['/m/build.json?now=']),
	);
});

test('what is expected is taken from its own output only', () => {
	expect(parseFingerprint(JSON.stringify(expected))).toEqual(expected);
	for (const wrong of ['', 'null', '{}', '[]'])
		expect(() => parseFingerprint(wrong)).toThrow('is not what');
});

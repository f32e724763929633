import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { resolvePath } from '../../src/server/preview/resolve.ts';

/**
 * A host of static sites as GitHub Pages is one: takes a site as one archive, unpacks it beside the one that
 * is up, and puts it in its place only when it is whole.
 *
 * @param root an empty folder of its own
 * @param base where the site is, `/mirror/`
 */
export async function fakeHost(root: string, base: string): Promise<FakeHost> {
	const current = path.join(root, 'current');
	const host: Pick<FakeHost, 'mood'> = { mood: 'well' };
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://host');
		if (host.mood === 'down') {
			response.writeHead(503).end();
			return;
		}
		void resolvePath(current, base, pathname).then((found) => {
			if (found.kind === 'file') {
				const headers = { 'Cache-Control': 'max-age=600' };
				response.writeHead(200, headers).end(readFileSync(found.file));
			} else response.writeHead(404).end();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return Object.assign(host, {
		origin: `http://127.0.0.1:${port}`,
		url: `http://127.0.0.1:${port}${base}`,
		deploy: (archive: string) => {
			// deploy-pages says all is well here too.
			if (host.mood === 'stuck') return;
			const next = mkdtempSync(path.join(root, 'next-'));
			try {
				execFileSync('tar', ['-xf', archive, '-C', next], { stdio: 'ignore' });
			} catch (error) {
				rmSync(next, { recursive: true });
				throw new Error('The artifact is not whole.', { cause: error });
			}
			rmSync(`${current}.old`, { recursive: true, force: true });
			if (existsSync(current)) renameSync(current, `${current}.old`);
			renameSync(next, current);
		},
		digest: () => digestOf(current),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	});
}

/** Packs a site as the workflow does, hidden files too. */
export function pack(site: string, archive: string): void {
	mkdirSync(path.dirname(archive), { recursive: true });
	execFileSync('tar', ['--dereference', '-cf', archive, '-C', site, '.']);
}

/** Of every file of a folder with its path; the same digest, the same bytes. */
export function digestOf(folder: string): string {
	const digest = createHash('sha256');
	if (!existsSync(folder)) return 'nothing';
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		const file = path.join(folder, name);
		if (statSync(file).isFile()) digest.update(`${name}\0`).update(readFileSync(file));
	}
	return digest.digest('hex');
}

export interface FakeHost {
	/** `down`: answers nothing; `stuck`: takes an archive, says it is published and keeps the old site. */
	mood: 'well' | 'down' | 'stuck';
	/** `http://127.0.0.1:1234` */
	origin: string;
	/** Of the site. */
	url: string;
	/** @throws Error when the archive is not whole */
	deploy: (archive: string) => void;
	/** Of all that is up. */
	digest: () => string;
	close: () => void;
}

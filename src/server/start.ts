import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { MirrorError, systemCode } from '../core/errors.ts';
import { storePath } from '../store/open.ts';
import { makeApp } from './app.ts';
import { keepFresh } from './keep-fresh.ts';
import type { ServeOptions } from './options.ts';
import { makeSearchAside } from './search/make-aside.ts';
import { isMade, searchPath } from './search/search-file.ts';
import { openPublished, openSnapshotHolder } from './snapshot.ts';

export interface Started {
	app: FastifyInstance;
	/** Address of the front page, with the actual port. */
	url: string;
	/** Finishes the requests under way and accepts no new ones. */
	close: () => Promise<void>;
}

/**
 * Serves the site and its API, and picks up the results of later mirror runs.
 *
 * @throws MirrorError when there is no site or no store, they are not of one run, or the port is taken
 */
export async function startServer(
	options: ServeOptions,
	{ host, port }: { host: string; port: number },
): Promise<Started> {
	if (!existsSync(path.join(options.dir, 'index.html'))) {
		throw new MirrorError(
			`There is no site in ${options.dir}.`,
			'Make one with `npm run mirror:sample` or `npm run mirror`.',
		);
	}
	const storeFile = storePath(options.work);
	const searchFile = searchPath(options.work);
	// Reports problems with the store before a thread would.
	openPublished(options).close();
	if (!isMade(searchFile, storeFile))
		await makeSearchAside({ storeFile, searchFile, isTold: true });
	const holder = openSnapshotHolder(options);
	const app = await makeApp(holder, options);
	const freshness = keepFresh(holder, options);
	const close = async (): Promise<void> => {
		freshness.stop();
		await app.close();
		holder.close();
	};
	try {
		await app.listen({ host, port });
	} catch (error) {
		await close();
		throw listenError(host, port, error);
	}
	const taken = (app.server.address() as AddressInfo | null)?.port ?? port;
	const name = host.includes(':') ? `[${host}]` : host;
	return { app, url: `http://${name}:${taken}${options.base}`, close };
}

function listenError(host: string, port: number, error: unknown): unknown {
	const code = systemCode(error);
	if (code === 'EADDRINUSE')
		return new MirrorError(
			`Port ${port} of ${host} is taken.`,
			'End what uses it, or choose another: npm run serve -- --port 8081',
			{ cause: error },
		);
	if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND')
		return new MirrorError(
			`Cannot listen on port ${port} of ${host} (${code}).`,
			'Choose others with --host and --port.',
			{ cause: error },
		);
	return error;
}

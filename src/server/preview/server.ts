import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import send from 'send';
import { MirrorError, systemCode } from '../../core/errors.ts';
import { resolvePath } from './resolve.ts';

/**
 * Serves a finished site as GitHub Pages would: its addresses, its 404.html, gzip, ten minutes of cache.
 *
 * @param site.base begins and ends with `/`
 * @param site.port 0 picks any free one
 * @throws MirrorError when there is no site or the port is taken
 */
export async function startPreview(site: PreviewSite): Promise<Preview> {
	if (!existsSync(path.join(site.dir, 'index.html'))) {
		throw new MirrorError(
			`There is no site in ${site.dir}.`,
			'Make one with `npm run mirror:sample` or `npm run mirror`.',
		);
	}
	const server = createServer((request, response) => {
		answer(site, request, response).catch((error: unknown) => {
			console.error(error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error) => reject(listenError(site, error)));
		server.listen(site.port, site.host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://${site.host.includes(':') ? `[${site.host}]` : site.host}:${port}${site.base}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(
	{ dir, base }: PreviewSite,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	const [pathname = '/', ...query] = (request.url ?? '/').split(/(?=\?)/);
	const found = await resolvePath(dir, base, pathname);
	if (found.kind === 'file') return sendFile(found.file, request, response);
	if (found.kind === 'redirect') {
		response.writeHead(301, { Location: found.to + query.join('') }).end();
		return;
	}
	response.statusCode = 404;
	const page = path.join(dir, '404.html');
	if (!found.outside && existsSync(page)) return sendFile(page, request, response);
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(request.method === 'HEAD' ? undefined : `404: nothing at ${pathname}\n`);
}

function sendFile(file: string, request: IncomingMessage, response: ServerResponse): void {
	const found = response.statusCode === 200;
	const sending = send(request, encodeURIComponent(path.basename(file)), {
		root: path.dirname(file),
		index: false,
		dotfiles: 'allow',
		cacheControl: false,
		acceptRanges: found,
	});
	response.setHeader('Cache-Control', 'max-age=600');
	response.setHeader('Vary', 'Accept-Encoding');
	if (mayGzip(file, request)) {
		sending.stream = (from) => {
			// The client may have gone while the file was looked up; piping would then throw outside any catch.
			if (response.destroyed) return;
			response.removeHeader('Content-Length');
			response.setHeader('Content-Encoding', 'gzip');
			pipeline(createReadStream(from), createGzip(), response, () => undefined);
		};
	}
	sending.pipe(response);
}

function mayGzip(file: string, { headers }: IncomingMessage): boolean {
	const accepted = String(headers['accept-encoding'] ?? '').split(',');
	const gzip = accepted.some((each) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(each));
	return gzip && headers.range === undefined && COMPRESSIBLE.test(file);
}

const COMPRESSIBLE = /\.(html|css|m?js|json|map|webmanifest|svg|xml|txt|csv|ics|wasm)$/;

function listenError({ host, port }: PreviewSite, error: Error): Error {
	const code = systemCode(error);
	if (code === 'EADDRINUSE') {
		return new MirrorError(
			`Port ${port} of ${host} is taken.`,
			'End what uses it, or choose another: npm run preview -- --port 4322',
			{ cause: error },
		);
	}
	if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
		return new MirrorError(
			`Cannot listen on port ${port} of ${host} (${code}).`,
			'Choose others with --host and --port.',
			{ cause: error },
		);
	}
	return error;
}

export interface PreviewSite {
	dir: string;
	base: string;
	port: number;
	host: string;
}

export interface Preview {
	/** Address of the front page, with the actual port. */
	url: string;
	close: () => Promise<void>;
}

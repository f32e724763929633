import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * Serves repositories over git://. With a `limit` it stops sending after so many bytes and
 * holds the line, as a bad network does; `stalled` settles when it has.
 */
export async function serveGit(): Promise<GitServer> {
	const sockets = new Set<Socket>();
	const stalled = Promise.withResolvers<undefined>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
		void firstPacket(socket).then((request) => {
			// "git-upload-pack /path\0host=…\0\0version=2\0"
			const [command = '', , , protocol = ''] = request.split('\0');
			const upload = spawn('git', ['upload-pack', command.replace('git-upload-pack ', '')], {
				env: { ...process.env, GIT_PROTOCOL: protocol },
				stdio: ['pipe', 'pipe', 'inherit'],
			});
			socket.on('close', () => upload.kill());
			upload.stdin.on('error', () => undefined);
			socket.pipe(upload.stdin);
			let sent = 0;
			upload.stdout.on('data', (chunk: Buffer) => {
				sent += chunk.length;
				if (sent < serving.limit) socket.write(chunk);
				else {
					upload.stdout.pause();
					stalled.resolve(undefined);
				}
			});
			upload.stdout.on('end', () => socket.end());
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const hangUp = () => {
		for (const socket of sockets) socket.destroy();
	};
	onTestFinished(() => {
		server.close();
		hangUp();
	});
	const { port } = server.address() as AddressInfo;
	const serving: GitServer = {
		url: (repository) => `git://127.0.0.1:${port}${repository}`,
		limit: Infinity,
		stalled: stalled.promise,
		get callers() {
			return sockets.size;
		},
	};
	return serving;
}

/** The request, after the four hex digits of its length; it may come in pieces. */
async function firstPacket(socket: Socket): Promise<string> {
	const size = Number.parseInt(await exactly(socket, 4), 16);
	return exactly(socket, size - 4);
}

async function exactly(socket: Socket, size: number): Promise<string> {
	for (;;) {
		const found = socket.read(size) as Buffer | null;
		if (found) return found.toString();
		await once(socket, 'readable');
	}
}

export interface GitServer {
	url: (repository: string) => string;
	/** Bytes for each caller from now on. */
	limit: number;
	stalled: Promise<undefined>;
	/** How many are on the line. */
	readonly callers: number;
}

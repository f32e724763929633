import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How good a line is. */
export interface Condition {
	/** Every connection is closed at once. */
	cut?: boolean;
	/** Milliseconds before an answer begins. */
	latency?: number;
	/** Of each answer. */
	bitsPerSecond?: number;
	/** One request in so many is never answered. */
	hangsOneIn?: number;
	/** Requests for these are never answered. */
	hangsFor?: RegExp;
	/** Of these only the head and a few bytes come, and the answer never ends. */
	stallsFor?: RegExp;
}

/** The phone line between a browser and a site, which tells what went over it. */
export class Line {
	/** Where the site's root is found over this line. */
	readonly url: string;
	/** Path and bytes of the body of every request that reached it, also those that were cut. */
	readonly log: { path: string; bytes: number }[] = [];
	condition: Condition = {};
	/** Changes an answer's body on its way. */
	damage: (path: string, body: Buffer) => Buffer = (_, body) => body;
	/** False: the browser's own copies are not compared with, so that damage reaches it. */
	mayRevalidate = true;
	private count = 0;
	private readonly server: Server;
	private target: URL;

	private constructor(server: Server, target: string) {
		this.server = server;
		this.target = new URL(target);
		const { port } = server.address() as AddressInfo;
		this.url = `http://localhost:${port}${this.target.pathname}`;
		server.on('request', (request, response) => void this.pass(request, response));
	}

	/** @param target a site's root */
	static async open(target: string): Promise<Line> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
		return new Line(server, target);
	}

	/** From now on the line leads to another site: the next week's. */
	leadTo(target: string): void {
		this.target = new URL(target);
	}

	/** Bytes of the bodies of all requests whose path has this in it. */
	bytesOf(part: string): number {
		return this.log
			.filter(({ path }) => path.includes(part))
			.reduce((sum, { bytes }) => sum + bytes, 0);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const entry = { path: request.url ?? '', bytes: 0 };
		this.log.push(entry);
		const { cut, latency = 0, bitsPerSecond = Infinity, hangsOneIn } = this.condition;
		const { hangsFor, stallsFor } = this.condition;
		if (cut) {
			request.socket.destroy();
			return;
		}
		this.count += 1;
		if (hangsOneIn !== undefined && this.count % hangsOneIn === 0) return;
		if (hangsFor?.test(entry.path)) return;
		await wait(latency);
		const { status, headers, body } = await this.fetch(request);
		const sent = this.damage(entry.path, body);
		response.writeHead(status, { ...headers, 'content-length': sent.length });
		if (stallsFor?.test(entry.path)) {
			response.write(sent.subarray(0, 300));
			return;
		}
		for (let at = 0; at < sent.length && !response.destroyed; at += SLICE) {
			const slice = sent.subarray(at, at + SLICE);
			response.write(slice);
			entry.bytes += slice.length;
			if (bitsPerSecond !== Infinity) await wait((slice.length * 8000) / bitsPerSecond);
		}
		response.end();
	}

	private fetch({ method, url, headers }: IncomingMessage): Promise<Answer> {
		if (!this.mayRevalidate) delete headers['if-none-match'];
		if (!this.mayRevalidate) delete headers['if-modified-since'];
		return new Promise((resolve, reject) => {
			const { hostname, port } = this.target;
			const asked = ask({ hostname, port, path: url, method, headers }, (answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => {
					const headers = { ...answer.headers };
					// It goes on with its length.
					delete headers['transfer-encoding'];
					resolve({ status: answer.statusCode ?? 502, headers, body: Buffer.concat(parts) });
				});
			});
			asked.on('error', reject).end();
		});
	}
}

/** Bytes sent at a time. */
const SLICE = 4096;

interface Answer {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

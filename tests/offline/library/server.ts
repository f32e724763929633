import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface FileServer {
	root: string;
	/** Name and bytes of every answer, as far as they were sent. */
	log: { name: string; range: string | undefined; sent: number }[];
	/** Changes what is sent; `break` ends the connection after so many bytes. */
	answer: (
		name: string,
		body: Buffer,
	) => { body: Buffer; breakAfter?: number; hang?: true; status?: number; type?: string };
	/** Whether it knows ranges. */
	knowsRanges: boolean;
	bytesOf: (part: string) => number;
}

/** Serves a folder, with the faults that a line has. */
export async function serve(folder: string): Promise<FileServer> {
	const server = createServer((request, response) => {
		const name = decodeURIComponent((request.url ?? '').slice(1));
		const { range } = request.headers;
		const entry = { name, range, sent: 0 };
		site.log.push(entry);
		let body: Buffer;
		try {
			body = readFileSync(path.join(folder, name));
		} catch {
			response.writeHead(404).end();
			return;
		}
		const answer = site.answer(name, body);
		if (answer.hang) return;
		const from = site.knowsRanges ? Number(/\d+/.exec(range ?? '')?.[0] ?? 0) : 0;
		const rest = answer.body.subarray(from);
		const status = answer.status ?? (from > 0 ? 206 : 200);
		response.writeHead(status, {
			'Content-Length': rest.length,
			...(answer.type !== undefined && { 'Content-Type': answer.type }),
			...(from > 0 && { 'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}` }),
		});
		entry.sent = Math.min(rest.length, answer.breakAfter ?? Infinity);
		response.write(rest.subarray(0, entry.sent), () => {
			if (entry.sent < rest.length) setTimeout(() => response.destroy(), 20);
			else response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const site: FileServer = {
		root: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		log: [],
		answer: (_, body) => ({ body }),
		knowsRanges: true,
		bytesOf: (part) =>
			site.log.filter(({ name }) => name.includes(part)).reduce((sum, { sent }) => sum + sent, 0),
	};
	return site;
}
